import type { Files } from "../files.ts";
import type { SearchedFile } from "./answer.ts";
import type { Chunk } from "./chunk-files.ts";
import { largestAtOnce } from "./largest-at-once.ts";
import { openCandidate } from "./open-candidate.ts";
import type { RunningSearch } from "./running-search.ts";

/** Files that one child is to search. */
export interface OpenedBatch extends Disposable {
  readonly files: readonly SearchedFile[];
  /** How many of the named files these stand for, with those that were left out. */
  readonly length: number;
}

/**
 * Opens the first of the named files: as many as are searched as they are together, or a larger one by itself.
 *
 * @param most open at once, for one child
 */
export async function openBatch(
  named: Chunk["files"],
  { place, leftOut, encodings }: Pick<RunningSearch, "place" | "leftOut" | "encodings">,
  client: Files,
  most: number,
): Promise<OpenedBatch> {
  const files: SearchedFile[] = [];
  const close = () => {
    for (const { opened } of files) opened[Symbol.dispose]();
  };
  let length = 0;
  let bytes = 0n;
  try {
    for (const names of named.slice(0, most)) {
      const candidate = await openCandidate(
        client,
        { ...place, names: [...place.names, ...names] },
        encodings?.get(names.join("/")),
      );
      if (typeof candidate === "string") {
        leftOut.set(candidate, (leftOut.get(candidate) ?? 0) + 1);
      } else {
        bytes += candidate.opened.stats.size;
        if (files.length > 0 && bytes > largestAtOnce) {
          candidate.opened[Symbol.dispose]();
          break;
        }
        files.push({ ...candidate, names, shown: place.leading + names.join("/") });
      }
      length += 1;
    }
    return { files, length, [Symbol.dispose]: close };
  } catch (error) {
    close();
    throw error;
  }
}
