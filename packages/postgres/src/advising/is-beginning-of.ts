import type { IndexCandidate } from "./index-candidate.ts";

/** Whether one index is the beginning of another, which then serves as well. */
export function isBeginningOf(one: IndexCandidate, other: IndexCandidate): boolean {
  return (
    one.schema === other.schema &&
    one.table === other.table &&
    one.method === other.method &&
    one.keys.length < other.keys.length &&
    one.keys.every((key, index) => key === other.keys[index])
  );
}
