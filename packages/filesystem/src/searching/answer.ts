import type { Encoding } from "../reading/encoding.ts";
import type { OpenedFile } from "../reading/opened-file.ts";
import type { Telling } from "./search-opened.ts";
import type { OutputRecord } from "./split-records.ts";

/** A file whose descriptor is searched. */
export interface SearchedFile {
  readonly opened: OpenedFile;
  readonly encoding: Encoding;
  /** The encoding that ripgrep is told to read it in, where it does not know it itself: it then tells of it in UTF-8. */
  readonly recoded?: string | undefined;
  /** From the folder that is searched. */
  readonly names: readonly string[];
  /** The path as it is answered. */
  readonly shown: string;
}

/** Where a page goes on: behind a file, or within one. */
export interface GrepPlace {
  readonly names: readonly string[];
  /** The last line of it that was told; absent where the whole file was. */
  readonly line?: number;
}

/** An answer while it is filled with what was found. */
export interface Answer extends Telling {
  readonly text: string;
  /** How much was found, as it stands in the header. */
  readonly facts: Readonly<Record<string, number>>;
  /** Behind what was taken so far; undefined where that is nothing. */
  readonly reached: GrepPlace | undefined;
  /** Takes one record, or answers where the next page has to go on. */
  take(file: SearchedFile, record: OutputRecord): Promise<GrepPlace | undefined>;
}
