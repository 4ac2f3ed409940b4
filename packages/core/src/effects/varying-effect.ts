import type { Effect } from "./effect.ts";

/** An effect that depends on the input: listed by the lowest, annotated by the highest, checked by `of`. */
export interface VaryingEffect<Input> {
  readonly lowest: Effect;
  readonly highest: Effect;
  /** Told from the input alone; a promise where what tells it has to be loaded first. */
  of(input: Input): Effect | Promise<Effect>;
}
