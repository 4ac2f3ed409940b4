import type { Content } from "@drawbridge/core";
import type { Target } from "../trust/target.ts";

/** What a change would do, and what it rests on. */
export interface Outlook {
  /** For the person who is asked, or for who asks beforehand: the exact difference, where it can be said. */
  readonly summary: string;
  /** Anything JSON can carry, which is another when the summary would no longer hold: a head's sha, a time of change. */
  readonly state: unknown;
}

/** A change that can be looked at before it is made. */
export interface Change {
  /** Where it writes: held against what was read before. Undefined where it carries no words to anybody. */
  readonly target: Target | undefined;
  foresee(): Promise<Outlook>;
  apply(): Promise<Content>;
}
