import { writeFiles } from "./write-files.ts";

/** Makes files with nothing in them, as `writeFiles` does. */
export function writeEmptyFiles(folder: string, relativePaths: readonly string[]): Promise<void> {
  return writeFiles(folder, relativePaths, () => "");
}
