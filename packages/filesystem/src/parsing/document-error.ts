import type { DocumentProblem } from "../documents/parsed.ts";

/** A document cannot be parsed, for a reason that the caller should know. */
export class DocumentError extends Error {
  readonly code: DocumentProblem["code"];

  constructor(code: DocumentProblem["code"], message: string) {
    super(message);
    this.code = code;
  }
}
