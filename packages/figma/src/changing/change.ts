import type { Content } from "@drawbridge/core";

/** A change that can be looked at before it is made. */
export interface Change {
  /** For the person who is asked, or for who asks beforehand: what it is about, and what will be. */
  readonly summary: string;
  /** Anything JSON can carry, which is another when the summary would no longer hold. */
  readonly state: unknown;
  apply(): Promise<Content>;
}

/** What a change answers: a sentence, and what to go on with. */
export function done(text: string, facts: Readonly<Record<string, string | undefined>> = {}): Content {
  return { facts, parts: [{ text }] };
}
