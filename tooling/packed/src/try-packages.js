import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.js";

const here = fileURLToPath(new URL("..", import.meta.url));

/** What testkit leaves to who uses it; the newest wants a newer Node. */
const peers = ["vitest@4"];

/**
 * Installs packages together into an empty npm project, where npm has to be content with the Node that this is, runs each
 * command there and imports each library.
 *
 * @param {string[]} tarballs
 * @param {string} folder
 */
export function tryPackages(tarballs, folder) {
  const project = mkdtempSync(join(folder, "project-"));
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  const settings = ["--no-audit", "--no-fund", "--ignore-scripts", "--engine-strict"];
  run("npm", ["install", ...settings, ...tarballs, ...peers], project);
  const names = readdirSync(join(project, "node_modules", "@drawbridge"));
  for (const name of names) tryPackage(project, name);
  checkTypes(
    project,
    names.map((name) => manifestOf(project, name)).filter(({ mcpName }) => mcpName),
  );
}

function manifestOf(project, name) {
  return JSON.parse(readFileSync(join(project, "node_modules", "@drawbridge", name, "package.json"), "utf8"));
}

/** Uses every connector in a program that looks into the types of what it uses, and in which none may be `any`. */
function checkTypes(project, connectors) {
  const names = connectors.map(({ name }) => name.split("/")[1]);
  const program = [
    'import type { Connector } from "@drawbridge/core";',
    ...names.map((name) => `import { ${name} } from "@drawbridge/${name}";`),
    `export const all: readonly Connector[] = [${names}];`,
    ...names.flatMap((name) => ["// @ts-expect-error", `export const no${name}: number = ${name};`]),
  ];
  writeFileSync(join(project, "program.ts"), `${program.join("\n")}\n`);
  const compilerOptions = { strict: true, noEmit: true, module: "nodenext", target: "es2023", types: ["node"] };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  run("npx", ["tsc", "-p", project], here);
}

function tryPackage(project, name) {
  const manifest = JSON.parse(readFileSync(join(project, "node_modules", "@drawbridge", name, "package.json"), "utf8"));
  const { version, bin = {}, exports, mcpName } = manifest;
  for (const command of programs(bin)) {
    const printed = run("npx", ["--no-install", command, "--version"], project).trim();
    if (printed !== version) throw new Error(`${command} --version printed ${printed}, not ${version}`);
    if (!mcpName) continue;
    checkLock(project, name, command);
    checkGreeting(project, command, manifest);
  }
  const importing = `import ${JSON.stringify(`@drawbridge/${name}`)}`;
  if (exports["."]) run(process.execPath, ["--input-type=module", "--eval", importing], project);
}

/** Commands for people; what builds connectors is no program that tells its version. */
function programs(bin) {
  return Object.keys(bin).filter((command) => /dist\/cli\.c?js$/.test(bin[command]));
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

/** What a host is told of the server's version. */
function checkGreeting(project, command, { version }) {
  const params = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "check", version: "1.0.0" } };
  const message = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params });
  const operands = command === "drawbridge-filesystem" ? [project] : [];
  const args = ["--no-install", command, "--log-level", "silent", ...operands];
  const [answer = ""] = run("npx", args, project, `${message}\n`).split("\n");
  const told = JSON.parse(answer).result?.serverInfo?.version;
  if (told !== version) throw new Error(`${command} tells a host that it is ${told}, not ${version}`);
}
