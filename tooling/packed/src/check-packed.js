// Checks every published package as people get it: packs them all, lints each tarball with publint and Are The Types
// Wrong, installs them together into an empty npm project, and runs each command there.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const here = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "drawbridge-packed-"));

/** Runs a command and returns what it printed; its error output goes to ours. */
function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

function packAll() {
  const packages = readdirSync(join(root, "packages"));
  for (const name of packages) run("pnpm", ["pack", "--pack-destination", folder], join(root, "packages", name));
  return readdirSync(folder).map((file) => join(folder, file));
}

function lint(tarball) {
  run("npx", ["publint", "run", tarball, "--strict"], here);
  // Every package is ES modules only, by decision; what older resolutions make of it is not looked at.
  if (!JSON.parse(run("tar", ["-xzOf", tarball, "package/package.json"])).exports["."]) return;
  run("npx", ["attw", tarball, "--profile", "esm-only", "--exclude-entrypoints", "package.json"], here);
}

function tryCommands(tarballs) {
  const project = mkdtempSync(join(folder, "project-"));
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...tarballs], project);
  for (const name of readdirSync(join(project, "node_modules", "@drawbridge"))) {
    const {
      version,
      bin = {},
      exports,
      mcpName,
    } = JSON.parse(readFileSync(join(project, "node_modules", "@drawbridge", name, "package.json"), "utf8"));
    for (const command of Object.keys(bin)) {
      const printed = run("npx", ["--no-install", command, "--version"], project).trim();
      if (printed !== version) throw new Error(`${command} --version printed ${printed}, not ${version}`);
      if (mcpName) checkLock(project, name, command);
    }
    const importing = `import ${JSON.stringify(`@drawbridge/${name}`)}`;
    if (exports["."]) run(process.execPath, ["--input-type=module", "--eval", importing], project);
  }
}

/** A connector's program refuses to run without its lock, and with that of another build. */
function checkLock(project, name, command) {
  const lock = readFileSync(
    join(project, "node_modules", "@drawbridge", name, "dist", "definitions.lock.json"),
    "utf8",
  );
  const told = run("npx", ["--no-install", command, "--list-definitions"], project);
  if (told !== lock) throw new Error(`${command} tells hosts something else than its lock says`);
}

try {
  const tarballs = packAll();
  for (const tarball of tarballs) lint(tarball);
  tryCommands(tarballs);
  process.stdout.write(`${tarballs.length} packages pack, lint, install and run.\n`);
} finally {
  rmSync(folder, { recursive: true });
}
