import { nearest, UsageError } from "@drawbridge/core";
import { showChange } from "../add/apply-change.ts";
import { type Edit, type PlannedChange, planChange } from "../add/planned-change.ts";
import { writeChanges } from "../add/write-changes.ts";
import type { Command } from "../command-line/command.ts";
import { confirmed } from "../command-line/confirmed.ts";
import { Failure } from "../command-line/failure.ts";
import { isInteractive } from "../command-line/is-interactive.ts";
import { print } from "../command-line/print.ts";
import { isConnector } from "../entries/is-connector.ts";
import type { Configuration } from "../hosts/configuration.ts";
import { type Configured, configuredEntries } from "../hosts/configured-entries.ts";
import { namedHosts } from "../hosts/find-hosts.ts";
import { LockStore } from "../locks/lock-store.ts";
import { forgetSecrets } from "../secrets/forget-secrets.ts";
import { systemKeyring } from "../secrets/keyring.ts";

/** Takes a connector out of the configuration of hosts. */
export const remove: Command = {
  name: "remove",
  operands: "<name …>",
  description: "Take connectors out of your AI hosts, and their secrets out of the keyring",
  flags: [
    { name: "host", placeholder: "<names>", description: "Only out of these hosts, between commas", repeatable: true },
    { name: "project", description: "Out of the configuration of the project in this folder" },
    { name: "dry-run", description: "Show what would be written, and write nothing" },
    { name: "yes", description: "Write without asking" },
  ],
  examples: [["drawbridge remove filesystem", "take it out of every host that has it"]],
  async run(call) {
    if (call.operands.length === 0) throw new UsageError("name what to remove, as hosts call it");
    const project = call.has("project") ? process.cwd() : undefined;
    const names = call.list("host");
    const ids = names.length === 0 ? undefined : namedHosts(names).map(({ id }) => id);
    const all = configuredEntries(project);
    const chosen = all.filter(({ configuration }) => ids?.includes(configuration.host.id) ?? true);
    const problems = chosen.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
    const locks = new LockStore();
    const wanted = call.operands.map((name) => ({ name, found: whereItIs(name, chosen, locks, project) }));
    const changes = chosen.flatMap(({ configuration }) => {
      const edits = wanted.flatMap(({ name, found }) =>
        found.includes(configuration.file) ? [{ kind: "take" as const, name }] : [],
      );
      return edits.length === 0 ? [] : planned(configuration, edits, problems);
    });
    for (const problem of problems) console.error(`drawbridge: ${problem}`);
    for (const change of changes) showChange(change);
    if (call.has("dry-run")) return done("\nNothing was written: this was a dry run.\n", problems.length === 0 ? 0 : 1);
    const isSure = await confirmed(call, isInteractive() && !call.has("yes"))("Write this?");
    if (!isSure) return done("Nothing was written.\n", 1);
    const failed = writeChanges(changes);
    for (const { name } of wanted) await forget(name, project, locks);
    return failed + problems.length === 0 ? 0 : 1;
  },
};

/** One host whose file cannot be changed does not hinder the others. */
function planned(configuration: Configuration, edits: readonly Edit[], problems: string[]): PlannedChange[] {
  try {
    return [planChange(configuration, edits)];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push(error.message);
    return [];
  }
}

/** The files in which a name starts a connector. Throws `Failure` where there is none. */
function whereItIs(
  name: string,
  chosen: readonly Configured[],
  locks: LockStore,
  project: string | undefined,
): string[] {
  const lock = locks.read(name, project);
  const having = chosen.filter(({ entries }) => entries.has(name));
  const own = having.filter(({ entries }) => {
    const entry = entries.get(name);
    return entry !== undefined && isConnector(entry, lock);
  });
  if (own.length > 0 || lock !== undefined) return own.map(({ configuration }) => configuration.file);
  const [other] = having;
  if (other !== undefined) {
    throw new Failure(`"${name}" in ${other.configuration.file} is no connector of Drawbridge, and is left to you`);
  }
  const added = locks
    .all()
    .filter((each) => each.project === project)
    .map((each) => each.name);
  const inFiles = chosen.flatMap(({ entries }) =>
    [...entries].filter(([, entry]) => isConnector(entry, undefined)).map(([key]) => key),
  );
  throw new Failure(`no host has a connector "${name}"; ${hint(name, [...new Set([...added, ...inFiles])])}`);
}

function hint(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (meant !== undefined) return `did you mean ${meant}?`;
  return known.length === 0 ? "no host has any" : `there are ${known.join(", ")}`;
}

/** Of what no host has any more, nothing is kept. */
async function forget(name: string, project: string | undefined, locks: LockStore): Promise<void> {
  const lock = locks.read(name, project);
  const isLeft = configuredEntries(project).some(({ entries }) => {
    const entry = entries.get(name);
    return entry !== undefined && isConnector(entry, lock);
  });
  if (lock === undefined || isLeft) return;
  locks.drop(name, project);
  const others = locks.all();
  const forgotten = await forgetSecrets(lock, others, systemKeyring);
  print(
    `Forgotten: the lock of ${name}${forgotten.length === 0 ? "" : `, and ${forgotten.join(", ")} in the keyring`}.\n`,
  );
}

function done(text: string, exitCode: number): number {
  print(text);
  return exitCode;
}
