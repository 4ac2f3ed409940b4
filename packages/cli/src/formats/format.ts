import type { ServerEntry } from "../entries/server-entry.ts";

/** A kind of configuration file: how the servers that a host starts stand in it. */
export interface Format {
  /** The servers that are started by a command, by their names. Throws `FormatError`. */
  read(text: string): ReadonlyMap<string, ServerEntry>;
  /** The text with the server added or changed; all else, and its layout, stays as it is. Throws `FormatError`. */
  put(text: string, name: string, entry: ServerEntry): string;
  /** The text without the server. Throws `FormatError`. */
  take(text: string, name: string): string;
  /** Names that are taken, also by servers that are not started by a command. Throws `FormatError`. */
  names(text: string): readonly string[];
}
