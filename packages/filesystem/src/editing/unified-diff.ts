import { structuredPatch } from "diff";
import { commonEnd } from "./common-end.ts";
import { commonStart } from "./common-start.ts";

/** Lines around a change. */
const context = 3;

/** What differs in more than these lines is told in numbers: nobody reads it, and finding the smallest difference takes long. */
const mostChanged = 5000;

/** Milliseconds. */
const longest = 500;

/**
 * The difference between two texts as a unified diff, without the lines that name the files. Empty for equal texts.
 * Where they differ too much to be compared, says so in one line.
 */
export function unifiedDiff(before: string, after: string): string {
  if (before === after) return "";
  const { start, end } = changedStretch(before, after);
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const { hunks } =
    structuredPatch("", "", old, now, "", "", { context, maxEditLength: mostChanged, timeout: longest }) ?? {};
  if (hunks === undefined) {
    return `@@ too different to compare @@ ${countLines(before)} lines before, ${countLines(after)} after\n`;
  }
  const above = newlines(before.slice(0, start));
  return hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) => {
      const [from, to] = [range(oldStart + above, oldLines), range(newStart + above, newLines)];
      return [`@@ -${from} +${to} @@`, ...lines, ""].join("\n");
    })
    .join("");
}

/** Of no lines the format names the one before. */
function range(start: number, lines: number): string {
  return `${lines === 0 ? start - 1 : start},${lines}`;
}

/** How much of both texts can be left out at their beginning and at their end: whole lines, without those shown around a change. */
function changedStretch(before: string, after: string): { readonly start: number; readonly end: number } {
  const same = commonStart(before, after);
  let start = same;
  for (let lines = 0; lines <= context && start > 0; lines += 1) start = before.lastIndexOf("\n", start - 1);
  start = start <= 0 ? 0 : start + 1;
  let end = before.length - commonEnd(before, after, same);
  // A line end that the change itself reaches up to belongs to it.
  for (let lines = 0; lines <= context && end < before.length; lines += 1) {
    const next = before.indexOf("\n", end);
    end = next < 0 ? before.length : next + 1;
  }
  return { start, end: before.length - end };
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function countLines(text: string): number {
  return text === "" ? 0 : newlines(text.replace(/\n$/, "")) + 1;
}
