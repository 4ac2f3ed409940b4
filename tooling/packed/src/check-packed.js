// Checks every published package as people get it: packs them all, holds each tarball to what a package may be, lints it with
// publint and Are The Types Wrong, installs them together into an empty npm project, and runs each command there.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { problemsOf } from "./check-tarball.js";
import { lintProblems } from "./lint-problems.js";
import { packAll } from "./pack-all.js";
import { run } from "./run.js";
import { tryPackages } from "./try-packages.js";

const here = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "drawbridge-packed-"));

function checkTypes({ filename }) {
  // Every package is ES modules only, by decision; what older resolutions make of it is not looked at.
  if (!JSON.parse(run("tar", ["-xzOf", filename, "package/package.json"], here)).exports["."]) return;
  run("npx", ["attw", filename, "--profile", "esm-only", "--exclude-entrypoints", "package.json"], here);
}

try {
  const packed = packAll(folder);
  const versions = new Map(packed.map(({ name, version }) => [name, version]));
  const problems = packed.flatMap((each) => problemsOf(each, folder, versions));
  for (const each of packed) problems.push(...(await lintProblems(each)));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  for (const each of packed) checkTypes(each);
  tryPackages(
    packed.map(({ filename }) => filename),
    folder,
  );
  process.stdout.write(`${packed.length} packages pack, lint, install and run.\n`);
} finally {
  rmSync(folder, { recursive: true });
}
