import type { Effect } from "./effect.ts";

/** An effect that depends on the input: listed by the lowest, annotated by the highest, checked by `of`. */
export interface VaryingEffect<Input> {
  readonly lowest: Effect;
  readonly highest: Effect;
  of(input: Input): Effect;
}
