import { BenchFailure } from "../bench-failure.ts";

const ENOUGH_TO_RECOGNISE = 48;

/**
 * That the whole text arrived, each page continuing where the one before it ended. What a server puts around a page (a header, a
 * fence) is passed over.
 *
 * @throws BenchFailure naming the first byte that is missing
 */
export function checkText(pages: readonly string[], expected: string): void {
  let seen = 0;
  for (const page of pages) {
    const start = page.indexOf(expected.slice(seen, seen + ENOUGH_TO_RECOGNISE));
    if (start === -1) break;
    seen += lengthInCommon(page, start, expected, seen);
  }
  if (seen !== expected.length) {
    throw new BenchFailure(`read ${seen} of ${expected.length} bytes rightly, in ${pages.length} pages`);
  }
}

function lengthInCommon(page: string, start: number, expected: string, seen: number): number {
  const most = Math.min(page.length - start, expected.length - seen);
  let length = 0;
  while (length < most && page.charCodeAt(start + length) === expected.charCodeAt(seen + length)) length++;
  return length;
}
