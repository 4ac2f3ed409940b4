import type { HeldDirectory } from "@drawbridge/core";
import { inOrder } from "../walking/in-order.ts";
import type { Chunk } from "./chunk-files.ts";
import { ripgrep } from "./ripgrep.ts";

/** More are told by many pages, for which this would have to be done anew. */
const mostNamed = 10_000;

/**
 * ripgrep walks as our own walk does: by the `.gitignore` files of the tree alone, and into no `.git`. It looks into what has
 * zeros too, as it does where it is told of a file.
 */
const walking = [
  "--ignore",
  "--no-ignore-dot",
  "--no-ignore-exclude",
  "--no-ignore-global",
  "--no-ignore-parent",
  "--no-require-git",
  "--glob=!.git",
  "--binary",
  ...(process.platform === "linux" ? [] : ["--ignore-file-case-insensitive"]),
];

interface Walk {
  readonly pattern: readonly string[];
  readonly depth: number;
  readonly signal: AbortSignal;
  /** Milliseconds that a page has for it: less than half of its time where nothing else is said. */
  readonly patience?: number;
}

/**
 * Names the files of a whole tree in which the pattern probably matches, in the order of a walk. ripgrep walks it by itself, on
 * all processors, which is a good deal quicker than to be told of each file; undefined where that takes long all the same, or
 * names very many. As with `candidates`, what is named has to be opened and searched again.
 */
export async function namedAtOnce(
  folder: HeldDirectory,
  { pattern, depth, signal, patience = 700 }: Walk,
): Promise<Chunk["files"] | undefined> {
  const run = {
    arguments: ["--files-with-matches", "--null", ...walking, `--max-depth=${depth}`, ...pattern, "--", "./"],
    folder: folder.address,
    end: 0,
  };
  const named: string[][] = [];
  try {
    for await (const { bytes } of ripgrep(run, AbortSignal.any([signal, AbortSignal.timeout(patience)]))) {
      if (named.length === mostNamed) return undefined;
      named.push(bytes.toString().slice("./".length).split("/"));
    }
  } catch {
    // Whatever it is, the search that is told of each file meets it too, and says so.
    return undefined;
  }
  return named.sort(inOrder);
}
