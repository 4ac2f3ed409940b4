import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { parseLine } from "./parse-line.ts";
import { readEdges } from "./read-edges.ts";

/**
 * The files that were put aside before this one, oldest first. They are told by the chain and not by their names alone:
 * a file that begins with line 21 says that `<file>.20` comes before it, and so on back to line 1; what else lies there
 * under a number is somebody's own. A file that holds no line yet goes on from the latest that ends with the line that
 * it is named after.
 */
export function auditParts(file: string): string[] {
  const parts: string[] = [];
  const first = firstNumber(file);
  let before = first === undefined ? latest(file) : first - 1;
  while (before > 0 && isFile(`${file}.${before}`)) {
    parts.unshift(`${file}.${before}`);
    const earlier = (firstNumber(`${file}.${before}`) ?? 0) - 1;
    before = earlier < before ? earlier : 0;
  }
  return parts;
}

function firstNumber(file: string): number | undefined {
  return existsSync(file) ? numberOf(() => readEdges(file).first) : undefined;
}

function latest(file: string): number {
  if (!existsSync(dirname(file))) return 0;
  const beginning = `${basename(file)}.`;
  const numbers = readdirSync(dirname(file)).flatMap((name) => {
    const number = name.startsWith(beginning) ? name.slice(beginning.length) : "";
    return /^[1-9]\d{0,14}$/.test(number) ? [Number(number)] : [];
  });
  const isPart = (number: number) =>
    isFile(`${file}.${number}`) && numberOf(() => readEdges(`${file}.${number}`).last) === number;
  return numbers.sort((a, b) => b - a).find(isPart) ?? 0;
}

/** What is no audit file has no number, whatever it is. */
function numberOf(line: () => string | undefined): number | undefined {
  try {
    const { seq } = parseLine(line() ?? "") ?? {};
    return Number.isSafeInteger(seq) ? seq : undefined;
  } catch {
    return undefined;
  }
}

/** A pipe under such a name would keep its reader waiting. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
