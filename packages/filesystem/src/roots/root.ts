import type { Access, HeldDirectory } from "@drawbridge/core";

/** A folder under which files are served. */
export interface Root {
  /** Absolute, as the person gave it. */
  readonly given: string;
  /** Absolute and free of links. */
  readonly real: string;
  readonly access: Access;
  /** Held open as long as the server runs. */
  readonly directory: HeldDirectory;
  /** Where it lies in a root that was given, of which a host wants no more than this folder. Its rules hold here too. */
  readonly part?: { readonly of: Root; readonly names: readonly string[] };
}
