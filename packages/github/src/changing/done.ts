import type { Content } from "@drawbridge/core";

/** What a change answers: a sentence, and what to go on with. */
export function done(text: string, facts: Readonly<Record<string, string | number | undefined>> = {}): Content {
  return { facts, parts: [{ text }] };
}
