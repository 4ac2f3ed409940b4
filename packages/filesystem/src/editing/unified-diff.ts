import { structuredPatch } from "diff";

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
  const { hunks } =
    structuredPatch("", "", before, after, "", "", { context, maxEditLength: mostChanged, timeout: longest }) ?? {};
  if (hunks === undefined) {
    return `@@ too different to compare @@ ${countLines(before)} lines before, ${countLines(after)} after`;
  }
  return hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) =>
      // Of no lines the one before them is told.
      [
        `@@ -${oldLines === 0 ? oldStart - 1 : oldStart},${oldLines} +${newLines === 0 ? newStart - 1 : newStart},${newLines} @@`,
        ...lines,
        "",
      ].join("\n"),
    )
    .join("");
}

function countLines(text: string): number {
  return text === "" ? 0 : text.replace(/\n$/, "").split("\n").length;
}
