// Writes the plugin into the folder that is named: manifest.json, which Figma imports, code.js and ui.html.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { buildManifest } from "./build-manifest.js";
import { buildPage } from "./build-page.js";
import { buildThread } from "./build-thread.js";

const [, , folder] = argv;
if (folder === undefined) throw new Error("Name the folder that the plugin is to be written to");
const [manifest, code, page] = await Promise.all([buildManifest(), buildThread(), buildPage()]);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries({ "manifest.json": manifest, "code.js": code, "ui.html": page })) {
  writeFileSync(join(folder, name), text);
}
