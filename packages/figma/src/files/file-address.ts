/** The kinds of file that Figma's addresses tell apart. `file` is the older form of any of them. */
export const fileKinds = ["file", "design", "proto", "board", "jam", "slides", "deck", "buzz", "site", "make"] as const;

export type FileKind = (typeof fileKinds)[number];

/** What an address, or a key alone, says. */
export interface FileAddress {
  /** By which the API is asked: of a branch, its own. */
  readonly key: string;
  /** Of the file that a branch was taken from. */
  readonly mainKey?: string;
  /** Undefined of a key alone. */
  readonly kind?: FileKind;
  /** As REST writes ids. */
  readonly node?: string;
  /** An id of the version history. */
  readonly version?: string;
}
