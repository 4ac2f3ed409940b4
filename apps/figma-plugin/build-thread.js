import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * The plugin's main thread as one file, in the JavaScript that Figma's sandbox runs.
 *
 * @returns {Promise<string>}
 */
export async function buildThread() {
  const { version } = JSON.parse(readFileSync(new URL("../../packages/figma/package.json", import.meta.url), "utf8"));
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("src/thread/code.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2017",
    // No `import()` and no globals of a browser or of Node.js: Figma's sandbox has neither.
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["@drawbridge/source", "module", "import"],
    define: { DRAWBRIDGE_PLUGIN_VERSION: JSON.stringify(version) },
    minifySyntax: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
  return outputFiles[0]?.text ?? "";
}
