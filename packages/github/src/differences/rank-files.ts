import type { ChangedFile } from "./changed-file.ts";
import { isGenerated } from "./is-generated.ts";

/** Changed files in the order in which a reviewer reads them, those that nobody wrote by hand apart. */
export interface RankedFiles {
  readonly read: readonly ChangedFile[];
  readonly folded: readonly ChangedFile[];
}

const ranks: ReadonlyArray<readonly [RegExp, number]> = [
  [/(^|\/)(tests?|__tests__|spec|testdata|fixtures)\/|[._-](test|spec)\.[^/]+$|_test\.go$/i, 2],
  [/\.(md|mdx|rst|txt|adoc)$/i, 3],
  [/\.(json|ya?ml|toml|ini|cfg|lock)$|(^|\/)\.[^/]+$/i, 1],
];

/** Source first, then configuration, tests and prose; of each the larger change first. The order is the same for the same files. */
export function rankFiles(files: readonly ChangedFile[]): RankedFiles {
  const order = (one: ChangedFile, other: ChangedFile) =>
    rankOf(one.filename) - rankOf(other.filename) ||
    sizeOf(other) - sizeOf(one) ||
    (one.filename < other.filename ? -1 : 1);
  const read = files.filter(({ filename }) => !isGenerated(filename));
  const folded = files.filter(({ filename }) => isGenerated(filename));
  return { read: read.toSorted(order), folded: folded.toSorted(order) };
}

function rankOf(path: string): number {
  return ranks.find(([shape]) => shape.test(path))?.[1] ?? 0;
}

function sizeOf({ additions, deletions }: ChangedFile): number {
  return (additions ?? 0) + (deletions ?? 0);
}
