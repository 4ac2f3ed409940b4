import type { ApartProblem } from "@drawbridge/core";

/** A `.fig` file cannot be read, for a reason that the caller should know. */
export class FigError extends Error {
  readonly code: ApartProblem["code"];

  constructor(code: ApartProblem["code"], message: string) {
    super(message);
    this.code = code;
  }
}
