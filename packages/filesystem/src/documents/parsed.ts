import type { ApartProblem, Facts } from "@drawbridge/core";

/** A part of a document that can be asked for by itself: a page of a PDF, some rows of a workbook, or all of a text's outline. */
export interface Section {
  /** Grows from section to section. */
  readonly at: number;
  /** Ends with a newline, unless it is cut. */
  readonly text: string;
}

/** What the parsing process answers of a document that it can read. */
export interface Parsed {
  readonly facts: Facts;
  /** From the one that was asked for on; the last may be cut. */
  readonly sections: readonly Section[];
  /** Nothing of the document follows. */
  readonly complete: boolean;
}

/** All that the parsing process may answer. */
export type ParseAnswer = Parsed | { readonly problem: ApartProblem };
