/** What of a line is compared: enough to tell lines apart. */
const longest = 200;

/**
 * How alike lines are to a given one, from 0 to 1: by the pairs of letters that they share (Dice's coefficient), white
 * space at their ends aside.
 */
export function likenessTo(wanted: string): (line: string) => number {
  const pairs = new Set(pairsOf(wanted));
  return (line) => {
    const own = pairsOf(line);
    if (own.length === 0 || pairs.size === 0) return 0;
    const shared = new Set(own.filter((pair) => pairs.has(pair))).size;
    return (2 * shared) / (pairs.size + own.length);
  };
}

/** Each as one number, which is compared faster than a text. */
function pairsOf(line: string): number[] {
  const text = line.trim().slice(0, longest);
  return Array.from(
    { length: Math.max(0, text.length - 1) },
    (_, index) => text.charCodeAt(index) * 0x10000 + text.charCodeAt(index + 1),
  );
}
