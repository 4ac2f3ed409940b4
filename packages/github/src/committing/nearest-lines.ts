/** Lines of a text that are compared, and characters of each: more say nothing that fewer do not. */
const most = { lines: 50_000, characters: 200 };

/** How alike two lines have to be, from 0 to 1, for one to be taken for what was meant by the other. */
const alikeEnough = 0.5;

/**
 * Where a text comes nearest to a stretch that it does not hold, as a sentence: most misses differ in white space, in a word,
 * or have changed since they were read.
 */
export function nearestLines(text: string, stretch: string): string {
  const wanted = stretch.split("\n");
  const telling = wanted.findIndex((line) => plain(line).length > 2);
  const lines = text.split("\n").slice(0, most.lines);
  const at = telling < 0 ? -1 : nearest(lines.map(plain), plain(wanted[telling] ?? ""));
  if (at < 0) return "Nothing like it was found: read the file again with github_read.";
  const first = Math.max(0, at - telling);
  const found = lines.slice(first, first + Math.min(wanted.length, 5)).join("\n");
  const where = `Line ${first + 1} comes nearest: ${JSON.stringify(found.slice(0, 400))}.`;
  return `${where} Compare white space, words and what follows, or read the file again with github_read.`;
}

function plain(line: string): string {
  return line.slice(0, most.characters).replace(/\s+/g, " ").trim();
}

function nearest(lines: readonly string[], wanted: string): number {
  const within = lines.findIndex((line) => line.includes(wanted));
  if (within >= 0) return within;
  const pairs = pairsOf(wanted);
  const likeness = lines.map((line) => (line.length > 2 ? likenessOf(pairsOf(line), pairs) : 0));
  const best = likeness.reduce((so, one, index) => (one > (likeness[so] ?? 0) ? index : so), 0);
  return (likeness[best] ?? 0) >= alikeEnough ? best : -1;
}

/** Pairs of neighbouring characters. */
function pairsOf(line: string): ReadonlySet<string> {
  return new Set(Array.from({ length: line.length - 1 }, (_, index) => line.slice(index, index + 2)));
}

/** Dice's coefficient: the share of pairs that two lines have in common. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return (2 * common) / (one.size + other.size);
}
