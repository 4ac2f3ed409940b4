import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * The plugin's manifest, which Figma imports. It names the addresses of the bridge, which the connector's code has.
 *
 * @returns {Promise<string>}
 */
export async function buildManifest() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("src/manifest.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    conditions: ["@drawbridge/source"],
    logLevel: "warning",
  });
  const { manifest } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
