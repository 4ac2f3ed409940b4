import { createReadStream, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { AuditLine } from "./audit-line.ts";
import { type ChainEnd, chainStart, hasOwnHash } from "./chain.ts";
import { readHead } from "./read-head.ts";

/** What was found. */
export interface AuditVerdict {
  /** Lines whose chain holds, through all files. */
  readonly lines: number;
  /** The first line that does not hold; undefined when all do. */
  readonly broken: { readonly file: string; readonly line: number; readonly problem: string } | undefined;
  /** What `<file>.head` says: it agrees, it knows of lines that are gone, or there is none to ask. */
  readonly head: "agrees" | "lines are missing at the end" | "not there";
}

/** Verifies a chain from its first line, through the files that were put aside before the one named. */
export async function verifyAudit(file: string): Promise<AuditVerdict> {
  let end = chainStart;
  for (const part of [...rotated(file), file]) {
    const outcome = await verifyFile(part, end);
    if ("problem" in outcome)
      return { lines: outcome.end.seq, broken: outcome.problem, head: headOf(file, outcome.end) };
    end = outcome.end;
  }
  return { lines: end.seq, broken: undefined, head: headOf(file, end) };
}

function rotated(file: string): string[] {
  const folder = dirname(file);
  const parts = readdirSync(folder).flatMap((name) => {
    const number = name.startsWith(`${basename(file)}.`) ? Number(name.slice(basename(file).length + 1)) : Number.NaN;
    return Number.isInteger(number) ? [{ name, number }] : [];
  });
  return parts.sort((a, b) => a.number - b.number).map(({ name }) => join(folder, name));
}

type FileOutcome = { end: ChainEnd; problem?: never } | { end: ChainEnd; problem: NonNullable<AuditVerdict["broken"]> };

async function verifyFile(file: string, start: ChainEnd): Promise<FileOutcome> {
  let end = start;
  let line = 0;
  // Loaded here: every program has this file in it, and few ever verify.
  const { createInterface } = process.getBuiltinModule("node:readline");
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    const problem = problemOf(text, end);
    if (problem !== undefined) return { end, problem: { file, line, problem } };
    const { seq, hash } = JSON.parse(text) as AuditLine;
    end = { seq, hash };
  }
  return { end };
}

function problemOf(text: string, { seq, hash }: ChainEnd): string | undefined {
  let line: Partial<AuditLine>;
  try {
    line = JSON.parse(text);
  } catch {
    return "it is not JSON";
  }
  if (line.seq !== seq + 1) return `it should be number ${seq + 1} and is ${line.seq}`;
  if (line.prev !== hash) return "it does not follow the line before it";
  return hasOwnHash(text, line.hash ?? "") ? undefined : "it was changed: its hash is not that of its content";
}

function headOf(file: string, end: ChainEnd): AuditVerdict["head"] {
  const head = readHead(file);
  if (head === undefined) return "not there";
  // A crash between a line and its head leaves the head one behind, never ahead.
  const isAhead = head.seq > end.seq || (head.seq === end.seq && head.hash !== end.hash);
  return isAhead ? "lines are missing at the end" : "agrees";
}
