import type { Files } from "../../files.ts";
import { OpenedFile } from "../../reading/opened-file.ts";
import { readWhole } from "../../reading/read-whole.ts";
import type { Standing } from "./place.ts";

/** All bytes of the file that stands at a place. Throws `refused` for one that is too large to be held in memory. */
export async function readPlace(
  files: Files,
  { entry, root, names, path }: Standing,
  signal: AbortSignal,
): Promise<Buffer> {
  using file = new OpenedFile({ descriptor: entry.openFile(), stats: entry.stats, root, names, path });
  return await readWhole(file, files, signal);
}
