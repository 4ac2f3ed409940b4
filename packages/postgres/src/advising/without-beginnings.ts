import type { Advice } from "./advice.ts";
import { isBeginningOf } from "./is-beginning-of.ts";

/** The same without what is the beginning of another, which then serves the statements of both. */
export function withoutBeginnings(all: readonly Advice[]): Advice[] {
  const longest = all.filter(({ candidate }) => !all.some((other) => isBeginningOf(candidate, other.candidate)));
  return longest.map((advice) => {
    const shorter = all.filter(({ candidate }) => isBeginningOf(candidate, advice.candidate));
    return { ...advice, queries: [...new Set([...advice.queries, ...shorter.flatMap(({ queries }) => queries)])] };
  });
}
