import type { Encoding } from "../reading/encoding.ts";
import type { DocumentKind } from "./document-kind.ts";

/** What the parsing process is asked. */
export interface ParseRequest {
  /** `media` asks only which image or sound it is. */
  readonly kind: DocumentKind | "media";
  readonly bytes: Uint8Array;
  /** How the bytes of a text are read; undefined for what is no text. */
  readonly encoding?: Encoding | undefined;
  /** The first section that is wanted, from 0: a page of a PDF, some rows of a workbook. Most kinds have one alone. */
  readonly from: number;
  /** Characters that are wanted at most. */
  readonly most: number;
}
