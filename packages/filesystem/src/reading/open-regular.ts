import type { Files } from "../files.ts";
import { openReached } from "./open-reached.ts";
import type { OpenedFile } from "./opened-file.ts";

/** Opens a file for reading, by a path as a caller wrote it. Throws what reaching it and `openReached` throw. */
export function openRegular(files: Files, written: string): OpenedFile {
  using found = files.reach(written);
  return openReached(files, found, written);
}
