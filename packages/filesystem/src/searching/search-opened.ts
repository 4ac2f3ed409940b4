import type { OpenedFile } from "../reading/opened-file.ts";
import { ripgrep } from "./ripgrep.ts";
import type { OutputRecord } from "./split-records.ts";

/** How what was found is told by ripgrep. */
export interface Telling {
  readonly arguments: readonly string[];
  /** The byte that ends a record. */
  readonly end: number;
  /** Which of the searched paths a record is about. */
  pathIn(record: OutputRecord): string | undefined;
}

/** What was found in one of the files that were searched. */
export interface FoundIn<File> {
  readonly file: File;
  readonly record: OutputRecord;
}

const firstDescriptor = 3;

/** Elsewhere a descriptor has no path, and each file is a child's input. */
const hasDescriptorPaths = process.platform === "linux";

/** What ripgrep calls its input. */
const input = "<stdin>";

/** Searches open files, in their order: the child has the very descriptors that were verified, and opens no path. */
export async function* searchOpened<File extends Pick<OpenedFile, "descriptor">>(
  files: readonly File[],
  { telling, pattern, signal }: { telling: Telling; pattern: readonly string[]; signal: AbortSignal },
): AsyncGenerator<FoundIn<File>> {
  // Told at once, so that what was found is known where the child is ended while it still searches.
  const given = [...telling.arguments, "--threads=1", "--line-buffered", ...pattern, "--"];
  const { end } = telling;
  if (!hasDescriptorPaths) {
    for (const file of files) {
      const search = { arguments: [...given, "-"], stdin: file.descriptor, end };
      for await (const record of ripgrep(search, signal)) if (telling.pathIn(record) === input) yield { file, record };
    }
    return;
  }
  if (files.length === 0) return;
  const byPath = new Map(files.map((file, index) => [`/proc/self/fd/${index + firstDescriptor}`, file]));
  const search = {
    arguments: [...given, ...byPath.keys()],
    descriptors: files.map(({ descriptor }) => descriptor),
    end,
  };
  for await (const record of ripgrep(search, signal)) {
    const file = byPath.get(telling.pathIn(record) ?? "");
    if (file !== undefined) yield { file, record };
  }
}
