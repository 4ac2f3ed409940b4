import type { ApartProblem } from "@drawbridge/core";

/** A document cannot be parsed, for a reason that the caller should know. */
export class DocumentError extends Error {
  readonly code: ApartProblem["code"];

  constructor(code: ApartProblem["code"], message: string) {
    super(message);
    this.code = code;
  }
}
