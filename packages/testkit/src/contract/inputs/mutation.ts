/** One change to an input: somewhere in it, a value is another, is gone, or stands where none is expected. */
export interface Mutation {
  readonly kind: "replace" | "remove" | "add";
  /** Which of the places in the input, counted on from the first again after the last. */
  readonly at: number;
  readonly value: unknown;
}
