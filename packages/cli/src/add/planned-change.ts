import { Failure } from "../command-line/failure.ts";
import type { ServerEntry } from "../entries/server-entry.ts";
import { readTarget, type TargetFile } from "../files/target-file.ts";
import { FormatError } from "../formats/format-error.ts";
import type { Configuration } from "../hosts/configuration.ts";

/** What is to become of one configuration file. */
export interface PlannedChange {
  readonly configuration: Configuration;
  readonly target: TargetFile;
  readonly after: string;
}

/** What is to be done with one server of a file. */
export type Edit =
  | { readonly kind: "put"; readonly name: string; readonly entry: ServerEntry; readonly replaces: boolean }
  | { readonly kind: "take"; readonly name: string };

/**
 * Reads a configuration file and makes its new text. Throws `Failure`, with a way on, where the file is not what its host
 * could read, or has a server of that name already.
 */
export function planChange(configuration: Configuration, edits: readonly Edit[]): PlannedChange {
  const { file, format, host } = configuration;
  const target = readTarget(file);
  try {
    const after = edits.reduce((text, edit) => {
      if (edit.kind === "take") return format.take(text, edit.name);
      if (
        !edit.replaces &&
        format.names(text).includes(edit.name) &&
        !isSame(format.read(text).get(edit.name), edit.entry)
      ) {
        throw new Failure(
          `${host.title} has a server "${edit.name}" already, in ${file}: replace it with --replace, or choose another name with --name`,
        );
      }
      return format.put(text, edit.name, edit.entry);
    }, target.text ?? "");
    return { configuration, target, after };
  } catch (error) {
    if (error instanceof FormatError)
      throw new Failure(
        `${file}: ${error.message}; mend that in an editor, and run this again. Nothing was written to it`,
      );
    throw error;
  }
}

function isSame(one: ServerEntry | undefined, other: ServerEntry): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
