import { likenessTo } from "./likeness-to.ts";
import { unifiedDiff } from "./unified-diff.ts";

/** In longer files nothing near is looked for: fs_grep is quicker. */
const mostLines = 20_000;
const mostShown = 30;
const longestLine = 400;

/** Below this, two lines have little more in common than the language that they are written in. */
const leastAlike = 0.4;

/** Says what in a text comes nearest to one that it does not hold, and in what they differ. */
export function explainNoMatch(text: string, old: string): string {
  const lines = split(text);
  const sought = split(old.replace(/\n$/, ""));
  const nearest = lines.length > mostLines ? undefined : nearestStretch(lines, sought);
  if (nearest === undefined) {
    return "old does not stand in the file, nor anything like it. Read the file again, or look for it with fs_grep.";
  }
  const stretch = lines.slice(nearest, nearest + sought.length);
  const shown = stretch.slice(0, mostShown).map((line, index) => `${nearest + index + 1}: ${cut(line)}`);
  const difference = unifiedDiff(`${sought.join("\n")}\n`, `${stretch.join("\n")}\n`)
    .split("\n")
    .filter((line) => !line.startsWith("@@"))
    .slice(0, 2 * mostShown)
    .map(cut);
  return (
    `old does not stand in the file; white space counts. The nearest lines are ${nearest + 1} to ${nearest + stretch.length}:\n` +
    `${shown.join("\n")}\nWhat you gave (-) beside what the file has (+):\n${difference.join("\n")}`
  );
}

/** Where the stretch begins whose line is most like the longest of the lines sought. */
function nearestStretch(lines: readonly string[], sought: readonly string[]): number | undefined {
  const anchor = sought.reduce(
    (best, line, index) => (line.trim().length > (sought[best] ?? "").trim().length ? index : best),
    0,
  );
  const wanted = sought[anchor] ?? "";
  let [best, bestAlike] = [-1, leastAlike];
  const likeness = likenessTo(wanted);
  for (const [index, line] of lines.entries()) {
    const alike = line === wanted ? 1 : likeness(line);
    if (alike > bestAlike) [best, bestAlike] = [index, alike];
    if (bestAlike === 1) break;
  }
  return best < 0 ? undefined : Math.max(0, best - anchor);
}

function cut(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}

function split(text: string): string[] {
  return text.split(/\r?\n/);
}
