import { coloured } from "../command-line/coloured.ts";
import type { Command } from "../command-line/command.ts";
import { Failure } from "../command-line/failure.ts";
import { print } from "../command-line/print.ts";
import type { Lock } from "../locks/lock.ts";
import { lockDifference } from "../locks/lock-difference.ts";
import { LockStore } from "../locks/lock-store.ts";
import { makeLock } from "../locks/make-lock.ts";
import { namedLocks } from "../locks/named-locks.ts";

interface Verdict {
  readonly name: string;
  readonly project?: string;
  readonly package: string;
  readonly version: string;
  readonly differences: readonly string[];
  readonly problem?: string;
}

/** Says whether connectors still tell hosts what the person accepted. */
export const lockVerify: Command = {
  name: "lock verify",
  operands: "[name …]",
  description: "Check that connectors still tell hosts what you accepted when you added them",
  flags: [
    { name: "project", description: "Only those of the project in this folder" },
    { name: "json", description: "As JSON" },
  ],
  examples: [["drawbridge lock verify", "check every connector that was added"]],
  async run(call) {
    const locks = namedLocks(new LockStore(), call.operands, call.has("project") ? process.cwd() : undefined);
    const verdicts: Verdict[] = [];
    for (const lock of locks) verdicts.push(await verdictOn(lock));
    const isWell = verdicts.every(({ differences, problem }) => differences.length === 0 && problem === undefined);
    if (call.has("json")) print(`${JSON.stringify(verdicts, null, 2)}\n`);
    else for (const verdict of verdicts) print(textOf(verdict));
    return isWell ? 0 : 1;
  },
};

async function verdictOn(lock: Lock): Promise<Verdict> {
  const { name, project, source } = lock;
  const head = { name, ...(project !== undefined && { project }), package: source.package, version: source.version };
  try {
    return { ...head, differences: lockDifference(lock, await makeLock(lock)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...head, differences: [], problem: error.message };
  }
}

function textOf({ name, project, package: from, version, differences, problem }: Verdict): string {
  const head = `${coloured("bold", name)} (${from} ${version}${project === undefined ? "" : `, of ${project}`})`;
  if (problem !== undefined) return `${coloured("red", "not to be verified")}: ${head}: ${problem}\n`;
  if (differences.length === 0) return `${coloured("green", "as accepted")}: ${head}\n`;
  const remedy = "An update of yours is accepted with drawbridge update; else remove it, and find out what changed it.";
  return `${coloured("red", "changed")}: ${head}\n${differences.map((line) => `  ${line}\n`).join("")}  ${remedy}\n`;
}
