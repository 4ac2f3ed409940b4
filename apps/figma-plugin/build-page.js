import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const source = new URL("src/page/", import.meta.url);

/**
 * The plugin's page as one file that loads nothing: Figma shows `ui.html` as a text, without an address of its own.
 *
 * @returns {Promise<string>}
 */
export async function buildPage() {
  const [script, style] = await Promise.all([bundled("page.ts"), bundled("page.css")]);
  return readFileSync(new URL("page.html", source), "utf8")
    .replace("/* page.css */", () => style)
    .replace("/* page.js */", () => script.replaceAll("</script", "<\\/script"));
}

async function bundled(file) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, source))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    conditions: ["@drawbridge/source"],
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
  return outputFiles[0].text;
}
