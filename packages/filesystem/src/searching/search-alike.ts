import type { SearchedFile } from "./answer.ts";
import { type FoundIn, searchOpened, type Telling } from "./search-opened.ts";

/** Searches open files in their order, each run of those that are in one encoding by one child, which is told it where it must be. */
export async function* searchAlike(
  files: readonly SearchedFile[],
  { pattern, ...search }: { telling: Telling; pattern: readonly string[]; signal: AbortSignal },
): AsyncGenerator<FoundIn<SearchedFile>> {
  for (const alike of runsOf(files)) {
    const recoded = alike[0]?.recoded;
    const meant = recoded === undefined ? pattern : [`--encoding=${recoded}`, ...pattern];
    const descriptors = alike.map((file) => ({ file, descriptor: file.opened.descriptor }));
    for await (const { file, record } of searchOpened(descriptors, { ...search, pattern: meant }))
      yield { file: file.file, record };
  }
}

function runsOf(files: readonly SearchedFile[]): SearchedFile[][] {
  const runs: SearchedFile[][] = [];
  for (const file of files) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.recoded === file.recoded) run.push(file);
    else runs.push([file]);
  }
  return runs;
}
