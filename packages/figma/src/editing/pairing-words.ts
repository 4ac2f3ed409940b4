import type { Bridge } from "../bridge/bridge.ts";
import { pluginFolder } from "./plugin-folder.ts";

/** What a tool answers while no plugin is paired: the code, and how the person uses it. Hosts hide what a server writes elsewhere. */
export function pairingWords({ code, waiting }: Pick<Bridge, "code" | "waiting">): string {
  const steps =
    waiting > 0
      ? ["A plugin is open in Figma and waits for its code."]
      : [
          "No open file is connected. Ask the person to open the file in Figma and to run the plugin there: Plugins → Development → Drawbridge.",
          `The first time they import it: Plugins → Development → Import plugin from manifest…, and choose ${pluginFolder()}/manifest.json.`,
        ];
  return [
    ...steps,
    `Then they type this pairing code into the plugin: ${code} (good once, for ten minutes). Call again after that.`,
  ].join(" ");
}
