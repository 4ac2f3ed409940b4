// Stands in for npm and npx: `npm view <package>@latest version --json`, and `npx -y <package>@<version> …`.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const registry = "REGISTRY";
const [, command, ...args] = process.argv;

function missing(what) {
  console.error(`npm error code E404\nnpm error 404 '${what}' is not in this registry.`);
  process.exit(1);
}

if (command.endsWith("npm")) {
  const name = args[1].replace(/@latest$/, "");
  const newest = join(registry, name, "newest");
  if (!existsSync(newest)) missing(name);
  process.stdout.write(JSON.stringify(readFileSync(newest, "utf8")));
} else if (args[0] === "--version") {
  process.stdout.write("11.0.0\n");
} else {
  const [, name, version] = /^(.+)@([^@]+)$/.exec(args[1]);
  const program = join(registry, name, version, "cli.js");
  if (!existsSync(program)) missing(args[1]);
  const child = spawn(process.execPath, [program, ...args.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => child.kill(signal));
  child.on("close", (code) => process.exit(code ?? 1));
}
