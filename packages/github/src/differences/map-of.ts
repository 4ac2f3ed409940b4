import type { ChangedFile } from "./changed-file.ts";
import type { RankedFiles } from "./rank-files.ts";

/** Names of folded files that the map tells; of more their number. */
const mostFolded = 10;

const letters: Readonly<Record<ChangedFile["status"], string>> = {
  added: "A",
  removed: "D",
  modified: "M",
  renamed: "R",
  copied: "C",
  changed: "T",
  unchanged: "=",
};

/** The changed files at a glance, a line each: how, which, and lines added and taken away. */
export function mapOf({ read, folded }: RankedFiles): readonly string[] {
  const lines = read.map(mapLine);
  if (folded.length === 0) return lines;
  const more = folded.length > mostFolded ? `, and ${folded.length - mostFolded} more (path: "**" tells all)` : "";
  const names = folded.slice(0, mostFolded).map(mapLine).join(", ");
  return [...lines, `Generated, lock and vendored files, without their differences: ${names}${more}`];
}

/** One file of the map. */
export function mapLine({ status, filename, previous_filename: before, additions, deletions }: ChangedFile): string {
  const name = before === undefined || before === filename ? filename : `${before} → ${filename}`;
  return `${letters[status] ?? "?"} ${name} +${additions ?? "?"} -${deletions ?? "?"}`;
}
