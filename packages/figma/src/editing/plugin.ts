import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Mode } from "@drawbridge/core";
import type { options } from "../options.ts";
import { pluginFolder } from "./plugin-folder.ts";

/** `--plugin`: says where the plugin lies that lets open files be changed, and how it gets into Figma. */
export const plugin: Mode<typeof options> = {
  option: "plugin",
  async *run() {
    const manifest = join(pluginFolder(), "manifest.json");
    if (!existsSync(manifest)) {
      yield { level: "problem", title: `There is no plugin at ${manifest}`, remedy: "npm install @drawbridge/figma" };
      return;
    }
    yield {
      level: "ok",
      title: `The plugin is at ${manifest}`,
      detail:
        "Figma's desktop app imports it from there; it stays in your account's list of development plugins on this computer",
      remedy: "In Figma, with a file open: Plugins → Development → Import plugin from manifest…, and choose that file",
    };
    yield {
      level: "note",
      title: "Then run it in each file that is to be read or changed: Plugins → Development → Drawbridge",
      detail:
        "It asks for a code the first time: figma_selection and the other tools for open files tell it. In a browser, allow figma.com to reach apps on this device",
      remedy: "drawbridge-figma --access write",
    };
  },
};
