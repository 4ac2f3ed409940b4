// Checks every published package as people get it: packs them all, holds each tarball to what a package may be, lints it with
// publint and Are The Types Wrong, installs them together into an empty npm project, and runs each command there.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { problemsOf } from "./check-tarball.js";
import { packAll } from "./pack-all.js";
import { run } from "./run.js";
import { tryPackages } from "./try-packages.js";

const here = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "drawbridge-packed-"));

function lint(tarball) {
  run("npx", ["publint", "run", tarball, "--strict"], here);
  // Every package is ES modules only, by decision; what older resolutions make of it is not looked at.
  if (!JSON.parse(run("tar", ["-xzOf", tarball, "package/package.json"], here)).exports["."]) return;
  run("npx", ["attw", tarball, "--profile", "esm-only", "--exclude-entrypoints", "package.json"], here);
}

try {
  const packed = packAll(folder);
  const problems = packed.flatMap((each) => problemsOf(each, folder));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  for (const { filename } of packed) lint(filename);
  tryPackages(
    packed.map(({ filename }) => filename),
    folder,
  );
  process.stdout.write(`${packed.length} packages pack, lint, install and run.\n`);
} finally {
  rmSync(folder, { recursive: true });
}
