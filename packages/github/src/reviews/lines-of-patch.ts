/** Lines that a comment may be on, each span from its first to its last. */
type Spans = ReadonlyArray<readonly [first: number, last: number]>;

/** The lines of a patch's hunks, by the side that they are counted on: RIGHT is the file after the change. */
export function linesOfPatch(patch: string, side: "LEFT" | "RIGHT"): Spans {
  const spans: [number, number][] = [];
  for (const [, from, fromCount = "1", to, toCount = "1"] of patch.matchAll(
    /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm,
  )) {
    const [first, count] = side === "LEFT" ? [Number(from), Number(fromCount)] : [Number(to), Number(toCount)];
    if (count > 0) spans.push([first, first + count - 1]);
  }
  return spans;
}
