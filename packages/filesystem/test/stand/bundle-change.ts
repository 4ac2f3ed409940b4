import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Puts `change-alone.ts`, with all that it needs, into a folder as one script. Returns its path. */
export async function bundleChange(folder: string): Promise<string> {
  const outfile = join(folder, "change-alone.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("./change-alone.ts", import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    conditions: ["@drawbridge/source"],
    external: ["@vscode/ripgrep", "@parcel/watcher", "@napi-rs/keyring"],
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
  return outfile;
}
