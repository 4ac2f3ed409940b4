import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const bundler = fileURLToPath(new URL("../../src/bundle-connector.js", import.meta.url));
const dependencies = fileURLToPath(new URL("../../../../packages/testkit/node_modules", import.meta.url));

/** Builds a package of this one source file in a folder, of which the manifest says this as well. Returns the folder. */
export function bundled(home: string, source: string, facts: object = {}): string {
  mkdirSync(join(home, "src"), { recursive: true });
  symlinkSync(dependencies, join(home, "node_modules"), "junction");
  writeFileSync(join(home, "src", "cli.ts"), source);
  const manifest = { name: `@drawbridge/${basename(home)}`, version: "1.0.0", type: "module", ...facts };
  writeFileSync(join(home, "package.json"), JSON.stringify(manifest));
  execFileSync(process.execPath, [bundler], { cwd: home });
  return home;
}
