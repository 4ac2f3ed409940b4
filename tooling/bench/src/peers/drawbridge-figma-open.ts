import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageVersion } from "./package-version.ts";
import type { Peer } from "./peer.ts";

/** Our own connector, as built in this workspace, waiting for plugins. */
export function drawbridgeFigmaOpen(): Peer {
  const folder = dirname(fileURLToPath(import.meta.resolve("@drawbridge/figma/package.json")));
  return {
    name: "drawbridge",
    version: () => packageVersion(folder),
    prepare: async () => {},
    arguments: () => [join(folder, "dist", "cli.js"), "--cache", "off", "--access", "full", "--confirm", "never"],
    tasks: {},
  };
}
