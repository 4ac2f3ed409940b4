import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AuditLine, sha256, verifyAudit } from "@drawbridge/core";
import type { Example } from "../trial/example.ts";
import type { Trial } from "../trial/trial.ts";
import type { Check } from "./check.ts";

const canary = "an argument that stays out of the audit log";

/** Texts of arguments shorter than this may well stand in a line for another reason. */
const shortest = 12;

/** What is not recorded did not happen, to those who look into it later; what is recorded of arguments lies about for years. */
export const callsAreRecorded: Check = {
  name: "leaves one ended line of each call in the audit log, a started one of each change, and no argument",
  async find(trial) {
    const folder = mkdtempSync(join(tmpdir(), "contract-"));
    try {
      return await faultsIn(join(folder, "audit.jsonl"), trial);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function faultsIn(file: string, trial: Trial): Promise<readonly string[]> {
  const wrong = trial.examples.map((example) => ({
    ...example,
    input: { ...example.input, no_such_argument: canary },
  }));
  const made = [...trial.examples, ...wrong];
  {
    await using host = await trial.serve({ "audit-log": file, confirm: "never" });
    for (const example of made) await trial.call(host, example);
  }
  if (!existsSync(file)) return ["There is no audit log"];
  const text = readFileSync(file, "utf8");
  const { broken, head } = await verifyAudit(file);
  return [
    ...(broken === undefined ? [] : [`Line ${broken.line} of the audit log is broken: ${broken.problem}`]),
    ...(head === "agrees" ? [] : [`The head of the audit log: ${head}`]),
    ...lineFaults(made, linesOf(text)),
    ...startFaults(trial.changes, linesOf(text)),
    ...argumentsIn(text, made),
  ];
}

function linesOf(text: string): readonly AuditLine[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as AuditLine);
}

/** Calls were made one after the other, and so end in their order. */
function lineFaults(made: readonly Example[], lines: readonly AuditLine[]): readonly string[] {
  const ended = lines.filter(({ event }) => event === "ended");
  const faults = made.filter(({ tool, input }, index) => {
    const line = ended[index];
    return line?.operation !== `tool ${tool.name}` || line.arguments !== sha256(JSON.stringify(input));
  });
  return [
    ...(ended.length === made.length ? [] : [`${made.length} calls left ${ended.length} ended lines`]),
    ...faults.slice(0, 1).map(({ shown }) => `${shown} has no ended line with the digest of its arguments`),
  ];
}

function startFaults(changes: readonly Example[], lines: readonly AuditLine[]): readonly string[] {
  const started = lines.filter(({ event }) => event === "started");
  const begunOnly = started.filter((start) => {
    const end = lines.find(({ event, call }) => event === "ended" && call === start.call);
    return end === undefined || end.seq < start.seq;
  });
  return [
    ...(started.length === changes.length ? [] : [`${changes.length} changes left ${started.length} started lines`]),
    ...begunOnly.map(({ operation }) => `${operation} has a started line and no end after it`),
  ];
}

function argumentsIn(text: string, made: readonly Example[]): readonly string[] {
  const given = new Set(made.flatMap(({ input }) => textsIn(input)).filter(({ length }) => length >= shortest));
  return [...given].filter((argument) => text.includes(argument)).map((argument) => `The audit log has ${argument}`);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
