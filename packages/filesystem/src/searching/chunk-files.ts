/** Files in the order of a walk, to be searched together. */
export interface Chunk {
  /** The names of each, from the folder that is searched. */
  readonly files: ReadonlyArray<readonly string[]>;
  /** The last entry that the walk met; undefined where it met none. */
  readonly last: readonly string[] | undefined;
}

/** Starting a child for each costs. */
const most = 8192;
const growth = 8;

/** What one child is told; systems take 2 MiB at least, but for Windows. */
const mostBytes = process.platform === "win32" ? 24_000 : 512 * 1024;

/** A walk that meets no file that is wanted hands on how far it came, after so many milliseconds. */
const patience = 300;

/**
 * Gathers the files of a walk that are wanted. There is always a chunk, be it an empty one.
 *
 * @param groups entries of the walk, as many at a time as it hands on
 * @param first files of the first chunk, which is small, so that a page is filled early where much matches
 */
export async function* chunkFiles<Entry extends { readonly names: readonly string[] }>(
  groups: AsyncIterable<readonly Entry[]>,
  isWanted: (entry: Entry) => boolean,
  first: number,
): AsyncGenerator<Chunk> {
  let size = first;
  let files: Array<readonly string[]> = [];
  let bytes = 0;
  let last: readonly string[] | undefined;
  let begun = performance.now();
  for await (const group of groups) {
    for (const entry of group) {
      const { names } = entry;
      last = names;
      if (isWanted(entry)) {
        files.push(names);
        // Names have at most three bytes a character, and are told with what stands between them.
        for (const { length } of names) bytes += 3 * length + 1;
      }
      const isFull = files.length >= size || bytes > mostBytes;
      if (!isFull && performance.now() - begun < patience) continue;
      yield { files, last };
      [size, files, bytes, begun] = [Math.min(most, size * growth), [], 0, performance.now()];
    }
  }
  yield { files, last };
}
