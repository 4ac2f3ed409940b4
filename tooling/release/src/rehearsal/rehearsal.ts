import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedConnector } from "../published/published-connector.ts";
import { type PublishedPackage, publishedPackages } from "../published/published-packages.ts";
import { changedWords, changeTool } from "./change-tool.ts";
import { greet, type ServerCommand } from "./host.ts";
import { type Environment, rehearsedEnvironment, releasingEnvironment } from "./rehearsed-environment.ts";
import { runCommand } from "./run-command.ts";
import type { Steps } from "./steps.ts";
import { WorkspaceCopy } from "./workspace-copy.ts";

interface Settings {
  /** The repository that is released. */
  readonly root: string;
  /** Where all is done, and which is thrown away. */
  readonly folder: string;
  readonly registry: string;
  readonly steps: Steps;
  readonly signal: AbortSignal;
}

const minute = 60_000;

/** The person who installs from the rehearsed registry, in an empty folder. */
interface Person {
  readonly folder: string;
  readonly environment: Environment;
  readonly signal: AbortSignal;
}

/**
 * Releases everything to a registry of this machine, installs it from there as a person would, releases once more with a changed
 * tool, and updates what the person has. Rejects at the first thing that is not as it should be.
 */
export async function rehearse({ root, folder, registry, steps, signal }: Settings): Promise<void> {
  const environment = rehearsedEnvironment(folder, registry);
  const releasing = releasingEnvironment(`${environment.NPM_CONFIG_USERCONFIG}`, registry);
  const person: Person = { folder: join(folder, "person"), environment, signal };
  mkdirSync(join(person.folder, "notes"), { recursive: true });
  writeFileSync(join(person.folder, "notes", "plan.txt"), "Rehearse, then release.\n");

  const copy = await steps.step("Copy what is committed", () =>
    WorkspaceCopy.make(root, join(folder, "copy"), releasing, signal),
  );
  await steps.step("Install what the lockfile names", () => copy.install());
  await steps.step("Raise versions, build and publish", async () => {
    if (!copy.hasChangesets) copy.addChangeset("rehearsal", { "@drawbridge/core": "patch" }, "Rehearsed.");
    await copy.release();
  });
  const first = publishedPackages(copy.folder);
  for (const published of first.filter(hasProgram)) {
    const { name, version } = published.manifest;
    await steps.step(`npx ${name}@${version}`, () => runPublished(published, person));
  }
  await steps.step("Import what is a library", () => importLibraries(first, person));
  const added = await steps.step("drawbridge add filesystem --host cursor", () => addFilesystem(first, person));

  const tool = await steps.step("Release core and a changed tool once more", async () => {
    const changed = changeTool(join(copy.folder, "packages", "filesystem"));
    copy.addChangeset("changed", { "@drawbridge/filesystem": "minor", "@drawbridge/core": "patch" }, "Changed.");
    await copy.release();
    return changed;
  });
  const second = publishedPackages(copy.folder);
  await steps.step("Connectors follow core", () => connectorsFollow(first, second, person));
  await steps.step("drawbridge update", () => updateFilesystem({ tool, added, second }, person));
}

/** What builds connectors is no program that tells its version. */
function hasProgram({ manifest: { bin = {} } }: PublishedPackage): boolean {
  return Object.values(bin).some((file) => /dist\/cli\.c?js$/.test(file));
}

async function runPublished(published: PublishedPackage, person: Person): Promise<void> {
  const { name, version } = published.manifest;
  const exact = `${name}@${version}`;
  const { folder: cwd, environment, signal } = person;
  const settings = { cwd, environment, signal, timeout: 3 * minute };
  const told = await runCommand("npx", ["-y", exact, "--version"], settings);
  assert.equal(told.trim(), version, `${exact} --version`);
  const connector = publishedConnector(published);
  if (connector === undefined) return;
  const operands = name.endsWith("/filesystem") ? [join(cwd, "notes")] : [];
  const greeting = await greet({ command: "npx", args: ["-y", exact, ...operands] }, cwd, environment);
  assert.equal(greeting.version, version, `the version that ${exact} tells a host`);
  const declared = connector.definitions.tools.map((tool) => tool.name);
  assert.equal(greeting.tools.length > 0, declared.length > 0, `the tools that ${exact} tells a host of`);
  for (const tool of greeting.tools) assert.ok(declared.includes(tool.name), `${exact} tells a host of ${tool.name}`);
}

async function importLibraries(packages: readonly PublishedPackage[], person: Person): Promise<void> {
  const folder = join(person.folder, "library");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const libraries = packages
    .filter(({ manifest }) => manifest.exports?.["."] !== undefined)
    .map(({ manifest }) => manifest);
  const names = libraries.map(({ name, version }) => `${name}@${version}`);
  const settings = { cwd: folder, environment: person.environment, signal: person.signal, timeout: 5 * minute };
  await runCommand("npm", ["install", "--engine-strict", ...names], settings);
  for (const { name } of libraries) {
    await runCommand(process.execPath, ["--input-type=module", "--eval", `await import("${name}")`], settings);
  }
}

/** The configuration of the host, as `drawbridge add` has written it. */
interface Added {
  readonly file: string;
  readonly server: ServerCommand;
}

async function addFilesystem(packages: readonly PublishedPackage[], person: Person): Promise<Added> {
  const { folder: cwd, environment, signal } = person;
  const notes = join(cwd, "notes");
  const cli = `@drawbridge/cli@${versionOf(packages, "@drawbridge/cli")}`;
  const args = ["-y", cli, "add", "filesystem", "--host", "cursor", "--yes", "--", notes];
  await runCommand("npx", args, { cwd, environment, signal, timeout: 5 * minute });
  const file = join(`${environment.HOME}`, ".cursor", "mcp.json");
  const server = serverIn(file);
  const version = versionOf(packages, "@drawbridge/filesystem");
  assert.ok(
    server.args.includes(`@drawbridge/filesystem@${version}`),
    `${file} does not pin ${version}: ${server.args}`,
  );
  assert.ok(server.args.includes(notes), `${file} does not name ${notes}`);
  assert.equal((await greet(server, cwd, environment)).version, version);
  return { file, server };
}

async function updateFilesystem(
  { tool, added, second }: { tool: string; added: Added; second: readonly PublishedPackage[] },
  person: Person,
): Promise<void> {
  const { folder: cwd, environment, signal } = person;
  const version = versionOf(second, "@drawbridge/filesystem");
  const cli = `@drawbridge/cli@${versionOf(second, "@drawbridge/cli")}`;
  const settings = { cwd, environment, signal, timeout: 5 * minute };
  const told = await runCommand("npx", ["-y", cli, "update", "filesystem", "--yes"], settings);
  assert.ok(told.includes(tool), `drawbridge update does not tell that ${tool} changed:\n${told}`);
  const server = serverIn(added.file);
  const before = added.server.args.map((argument) =>
    argument.replace(/^(@drawbridge\/filesystem)@.*$/, `$1@${version}`),
  );
  assert.deepEqual(server.args, before, "drawbridge update changed more than the version");
  assert.deepEqual(server.env, added.server.env);
  const greeting = await greet(server, cwd, environment);
  assert.equal(greeting.version, version);
  const changed = greeting.tools.find(({ name }) => name === tool);
  assert.ok(changed?.description.startsWith(changedWords), `${tool} does not describe itself as the release has it`);
}

/** Each program holds a copy of core, so that a release of core is one of every connector. */
async function connectorsFollow(
  first: readonly PublishedPackage[],
  second: readonly PublishedPackage[],
  person: Person,
): Promise<void> {
  const core = versionOf(second, "@drawbridge/core");
  assert.notEqual(core, versionOf(first, "@drawbridge/core"));
  const settings = { cwd: person.folder, environment: person.environment, signal: person.signal, timeout: minute };
  for (const { manifest } of second.filter(({ manifest }) => manifest.mcpName !== undefined)) {
    const { name, version } = manifest;
    assert.notEqual(version, versionOf(first, name), `${name} was not released with core`);
    const told = await runCommand("npm", ["view", `${name}@${version}`, "dependencies", "--json"], settings);
    assert.equal(
      (JSON.parse(told) as Record<string, string>)["@drawbridge/core"],
      `^${core}`,
      `what ${name} needs of core`,
    );
  }
}

function versionOf(packages: readonly PublishedPackage[], name: string): string {
  const found = packages.find(({ manifest }) => manifest.name === name);
  if (found === undefined) throw new Error(`There is no package ${name}`);
  return found.manifest.version;
}

function serverIn(file: string): ServerCommand {
  const { mcpServers } = JSON.parse(readFileSync(file, "utf8")) as { mcpServers: Record<string, ServerCommand> };
  const server = mcpServers.filesystem;
  if (server === undefined) throw new Error(`${file} has no server filesystem`);
  return server;
}
