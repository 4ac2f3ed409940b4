import leven from "leven";

/**
 * The candidate that somebody who wrote `written` most likely meant; undefined when none is close.
 *
 * @param most letters that may differ
 */
export function nearest(
  written: string,
  candidates: Iterable<string>,
  most = Math.max(2, Math.floor(written.length / 3)),
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
