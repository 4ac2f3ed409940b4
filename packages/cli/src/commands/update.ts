import { UsageError } from "@drawbridge/core";
import { showChange } from "../add/apply-change.ts";
import { type PlannedChange, planChange } from "../add/planned-change.ts";
import { writeChanges } from "../add/write-changes.ts";
import type { Call } from "../command-line/call.ts";
import { coloured } from "../command-line/coloured.ts";
import type { Command } from "../command-line/command.ts";
import { confirmed } from "../command-line/confirmed.ts";
import { Failure } from "../command-line/failure.ts";
import { isInteractive } from "../command-line/is-interactive.ts";
import { print } from "../command-line/print.ts";
import type { ConnectorSource } from "../connectors/connector-source.ts";
import { findSource } from "../connectors/find-source.ts";
import { pinnedPackage } from "../entries/pinned-package.ts";
import { startsSource } from "../entries/starts-source.ts";
import { configuredEntries } from "../hosts/configured-entries.ts";
import type { Lock } from "../locks/lock.ts";
import { lockDifference } from "../locks/lock-difference.ts";
import { LockStore } from "../locks/lock-store.ts";
import { makeLock } from "../locks/make-lock.ts";
import { namedLocks } from "../locks/named-locks.ts";

/** Brings connectors to another version, once the person has seen what that changes. */
export const update: Command = {
  name: "update",
  operands: "[name[@version] …]",
  description: "Bring connectors to the newest version, or another one, once you have seen what it changes",
  flags: [
    { name: "project", description: "Only those of the project in this folder" },
    { name: "dry-run", description: "Show what would change, and write nothing" },
    { name: "yes", description: "Accept every change without asking" },
  ],
  examples: [
    ["drawbridge update", "look for newer versions of all that was added"],
    ["drawbridge update github@1.4.2", "take this version, newer or older"],
  ],
  async run(call) {
    const store = new LockStore();
    const wanted = new Map(call.operands.map(readOperand));
    const locks = namedLocks(store, [...wanted.keys()], call.has("project") ? process.cwd() : undefined);
    let isWell = true;
    for (const lock of locks) {
      try {
        await updateOne(lock, wanted.get(lock.name), call, store);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        isWell = false;
        console.error(`drawbridge: ${lock.name}: ${error.message}`);
      }
    }
    return isWell ? 0 : 1;
  },
};

function readOperand(operand: string): readonly [string, string | undefined] {
  const [, name = "", version] = /^([\w-]+)(?:@(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?))?$/.exec(operand) ?? [];
  if (name === "") throw new UsageError(`${JSON.stringify(operand)} is neither a name nor name@1.2.3`);
  return [name, version];
}

async function updateOne(lock: Lock, version: string | undefined, call: Call, store: LockStore): Promise<void> {
  const source = await newSource(lock.source, version);
  const lead = `${coloured("bold", lock.name)}: ${source.package} ${lock.source.version}`;
  const isSameVersion = source.version === lock.source.version;
  if (isSameVersion && source.kind === "registry")
    return print(`${lead} is ${version === undefined ? "the newest" : "what is there"}.\n`);
  const next = await makeLock({ ...lock, source });
  const differences = lockDifference(lock, next);
  print(`${lead}${isSameVersion ? "" : ` → ${source.version}`}\n`);
  if (differences.length === 0) print("  Hosts are told the same as before, and may do the same.\n");
  else print(`${differences.map((line) => `  ${inColour(line)}\n`).join("")}`);
  const changes = changesFor(lock, source);
  for (const change of changes) showChange(change);
  if (isSameVersion && differences.length === 0) return;
  if (call.has("dry-run")) return print("Nothing was written: this was a dry run.\n");
  if (!(await confirmed(call, isInteractive() && !call.has("yes"))(`Accept this of ${lock.name}?`)))
    return print("Left as it was.\n");
  store.assertWritable();
  // What was accepted is recorded once every host has it, so that the next run sees to the others.
  if (writeChanges(changes) > 0)
    throw new Failure("not every host has it: mend what is named above, and run this again");
  store.keep(next);
  print(`Accepted: ${lock.name} is ${source.package} ${source.version}.\n`);
}

/** Throws `Failure` where the registry cannot be asked: an older version is no newest one. */
async function newSource(source: ConnectorSource, version: string | undefined): Promise<ConnectorSource> {
  const reference =
    source.kind === "folder"
      ? { kind: "folder" as const, folder: source.folder }
      : { kind: "package" as const, package: source.package, version };
  if (source.kind === "folder" && version !== undefined)
    throw new Failure("it comes from a folder, which has one version only");
  const { source: found, remark } = await findSource(reference);
  if (remark !== undefined) throw new Failure(remark.replace(/;[^;]*$/, "; look at the network and try again"));
  return found;
}

/** Of the entries that start it only the version is changed: what the person changed in them by hand stays. */
function changesFor({ name, project, source: before }: Lock, source: ConnectorSource): PlannedChange[] {
  return configuredEntries(project).flatMap(({ configuration, entries, problem }) => {
    if (problem !== undefined) console.error(`drawbridge: not looked at: ${problem}`);
    const entry = entries.get(name);
    const pinned = entry === undefined ? undefined : pinnedPackage(entry);
    if (entry === undefined || pinned === undefined || !startsSource(entry, before)) return [];
    const args = entry.args.with(pinned.index, `${source.package}@${source.version}`);
    return [planChange(configuration, [{ kind: "put", name, entry: { ...entry, args }, replaces: true }])];
  });
}

function inColour(line: string): string {
  if (line.startsWith("+")) return coloured("green", line);
  if (line.startsWith("-")) return coloured("red", line);
  return line.startsWith("!") || line.startsWith("~") ? coloured("yellow", line) : line;
}
