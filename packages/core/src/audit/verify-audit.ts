import { isUtf8 } from "node:buffer";
import { existsSync } from "node:fs";
import { auditParts } from "./audit-parts.ts";
import { type ChainEnd, chainStart, hasOwnHash } from "./chain.ts";
import { parseLine } from "./parse-line.ts";
import { readHead } from "./read-head.ts";
import { readLines } from "./read-lines.ts";
import { realPlace } from "./real-place.ts";

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
export async function verifyAudit(path: string): Promise<AuditVerdict> {
  const file = realPlace(path);
  // Before the lines, so that those which a server adds meanwhile are only more than it knows of.
  const head = readHead(file);
  let end = chainStart;
  for (const part of [...auditParts(file), file]) {
    const outcome = await verifyFile(part, end, head);
    end = outcome.end;
    if (outcome.problem !== undefined) {
      const { line, problem } = outcome;
      const broken = { file: path + part.slice(file.length), line, problem };
      return { lines: end.seq, broken, head: headOf(head, end) };
    }
  }
  return { lines: end.seq, broken: undefined, head: headOf(head, end) };
}

interface FileOutcome {
  readonly end: ChainEnd;
  readonly line: number;
  readonly problem: string | undefined;
}

/** A crash between putting a file aside and beginning the next leaves none under that name. */
async function verifyFile(file: string, start: ChainEnd, head: ChainEnd | undefined): Promise<FileOutcome> {
  let end = start;
  let line = 0;
  if (!existsSync(file)) return { end, line, problem: undefined };
  for await (const { bytes, hasEnd } of readLines(file)) {
    line += 1;
    if (!hasEnd) return { end, line, problem: "it has no line end: it was torn by a crash, or cut" };
    const next = follow(bytes, end);
    if (typeof next === "string") return { end, line, problem: next };
    if (next.seq === head?.seq && next.hash !== head.hash) {
      return { end, line, problem: "it was changed: the head knows it with another hash" };
    }
    end = next;
  }
  return { end, line, problem: undefined };
}

/** Where the chain stands after a line, or why it does not follow. */
function follow(bytes: Buffer, { seq, hash: prev }: ChainEnd): ChainEnd | string {
  if (!isUtf8(bytes)) return "it is not UTF-8";
  const text = bytes.toString();
  const line = parseLine(text);
  if (line === undefined) return "it is not a JSON object";
  if (line.seq !== seq + 1) return `it should be number ${seq + 1} and is ${JSON.stringify(line.seq)}`;
  if (line.prev !== prev) return "it does not follow the line before it";
  const { hash = "" } = line;
  return hasOwnHash(text, hash) ? { seq: seq + 1, hash } : "it was changed: its hash is not that of its content";
}

function headOf(head: ChainEnd | undefined, end: ChainEnd): AuditVerdict["head"] {
  if (head === undefined) return "not there";
  return head.seq > end.seq ? "lines are missing at the end" : "agrees";
}
