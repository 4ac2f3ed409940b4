import { existsSync, readFileSync, statSync } from "node:fs";
import { auditParts } from "./audit-parts.ts";
import { type ChainEnd, chainStart, hasOwnHash } from "./chain.ts";
import { parseLine } from "./parse-line.ts";
import { readEdges } from "./read-edges.ts";
import { readHead } from "./read-head.ts";

/** Where a chain goes on, and how many bytes of its file are whole lines. */
interface Resumed extends ChainEnd {
  readonly whole: number;
}

/**
 * Where the chain of a file stands, and its head agrees that it does. A last line without its line end was torn by a
 * crash while it was written and belongs to no answered call. A file that a crash left without any line, while another
 * was put aside, goes on from that one. Throws where a line was changed or is missing: going on would cover it. Changes
 * nothing, so that what is refused stays as it was found.
 */
export function resumeChain(file: string): Resumed {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile()) throw new Error("it is not a file");
  if (stat !== undefined && stat.nlink > 1) {
    throw new Error(
      "it has a second name (a hard link), under which another server could write to it; name a file with one",
    );
  }
  const { last, whole } = stat === undefined ? { last: undefined, whole: 0 } : readEdges(file);
  const end = last === undefined ? endOfPart(auditParts(file).at(-1)) : endOf(last);
  holdToHead(file, end);
  return { seq: end.seq, hash: end.hash, whole };
}

function endOfPart(part: string | undefined): ChainEnd {
  return part === undefined ? chainStart : endOf(readEdges(part).last ?? "");
}

function endOf(text: string): ChainEnd {
  const { seq = Number.NaN, hash = "" } = parseLine(text) ?? {};
  if (!hasOwnHash(text, hash)) throw new Error(`line ${seq} was changed: its hash is not that of its content`);
  return { seq, hash };
}

/** The head is written after its line: a crash leaves it behind, by one or, after a power failure, by more. */
function holdToHead(file: string, end: ChainEnd): void {
  const head = readHead(file);
  if (head === undefined) return;
  if (head.seq > end.seq) {
    throw new Error(`it ends with line ${end.seq}, and its head knows of ${head.seq}: lines are missing${keep}`);
  }
  const hash = head.seq === end.seq ? end.hash : hashOf(head.seq, file);
  if (hash !== head.hash) throw new Error(`line ${head.seq} was changed: its head knows it with another hash${keep}`);
}

const keep = "; keep it and what lies beside it as evidence, and begin another file";

/** Only for a head that is behind: whole files are read. */
function hashOf(seq: number, file: string): string | undefined {
  for (const part of [file, ...auditParts(file).reverse()].filter((path) => existsSync(path))) {
    const lines = readFileSync(part, "utf8").split("\n");
    const line = lines.find((text) => text.startsWith(`{"seq":${seq},`));
    if (line !== undefined) return parseLine(line)?.hash;
  }
  return undefined;
}
