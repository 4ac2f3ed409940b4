import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InstalledPackage } from "../installed/installed-package.ts";
import { packagesBeside } from "../installed/packages-beside.ts";
import type { PublishedConnector } from "../published/published-connector.ts";
import type { PublishedPackage } from "../published/published-packages.ts";
import { workspaceRoot } from "../published/workspace-root.ts";
import { bundleManifest, entryPoint } from "./bundle-manifest.ts";

const start = fileURLToPath(new URL("../../src/mcpb/start.js", import.meta.url));

/** Of what is built, what no program reads. */
const unread = /\.(map|cache|d\.ts)$/;

/** Puts all that is in a connector's bundle into a folder: its program as it was built, and the packages that this finds beside it. */
export function stageBundle(connector: PublishedConnector, folder: string): void {
  const { manifest } = connector;
  const { name, version, description, license, type } = manifest as typeof manifest & { type: string };
  mkdirSync(join(folder, dirname(entryPoint)), { recursive: true });
  write(join(folder, "manifest.json"), bundleManifest(connector));
  write(join(folder, "package.json"), { name, version, description, license, type, private: true });
  cpSync(start, join(folder, entryPoint));
  cpSync(join(workspaceRoot, "LICENSE"), join(folder, "LICENSE"));
  for (const part of partsOf(connector)) {
    const from = join(connector.folder, "dist", part);
    if (!existsSync(from)) throw new Error(`${from} is missing: build the workspace first`);
    cpSync(from, join(folder, "dist", part), { recursive: true, filter: (file) => !unread.test(file) });
  }
  for (const beside of packagesBeside(connector)) copyPackage(beside, join(folder, "node_modules"));
}

function partsOf({ manifest: { bundle } }: PublishedPackage): readonly string[] {
  const process = bundle?.process === undefined ? [] : [basename(dirname(bundle.process.entry))];
  const first = bundle?.answersFirst === undefined ? [] : ["cli.cjs", "program.js"];
  return ["cli.js", ...first, "later", "definitions.lock.json", "THIRD-PARTY-LICENSES.txt", ...process];
}

/** All lie side by side; two versions of one would not. */
function copyPackage({ name, version, folder }: InstalledPackage, into: string): void {
  const place = join(into, name);
  if (existsSync(place)) throw new Error(`Two versions of ${name} would be needed, ${version} and another`);
  const nested = join(folder, "node_modules");
  cpSync(folder, place, { recursive: true, filter: (file) => file !== nested && !unread.test(file) });
}

function write(file: string, content: object): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
