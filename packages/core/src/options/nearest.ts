import leven from "leven";

/**
 * The candidate that somebody who wrote `written` most likely meant; undefined when none is close.
 *
 * @param most letters that may differ
 */
export function nearest(
  written: string,
  candidates: Iterable<string>,
  most = mostDifferent(written.length),
): string | undefined {
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    const distance = leven(written.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Of a short name two letters are most of it, and any other short name would be as near. */
function mostDifferent(length: number): number {
  if (length < 3) return 0;
  return length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
}
