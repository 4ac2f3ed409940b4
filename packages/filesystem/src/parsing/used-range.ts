import type { StreamRow } from "hucre/xlsx";
import { columnName } from "./column-name.ts";

interface UsedRange {
  /** `A1:E41`; undefined where no cell has anything. */
  readonly range: string | undefined;
  /** The first row that has something. */
  readonly head: StreamRow | undefined;
}

/** The smallest range of a sheet that has all cells that are not empty. */
export async function usedRange(rows: AsyncIterable<StreamRow>): Promise<UsedRange> {
  let head: StreamRow | undefined;
  let [left, right, bottom] = [Number.POSITIVE_INFINITY, -1, -1];
  for await (const row of rows) {
    const first = row.values.findIndex((value) => value !== null);
    if (first < 0) continue;
    head ??= row;
    left = Math.min(left, first);
    right = Math.max(
      right,
      row.values.findLastIndex((value) => value !== null),
    );
    bottom = row.index;
  }
  if (head === undefined) return { range: undefined, head };
  return { range: `${columnName(left)}${head.index + 1}:${columnName(right)}${bottom + 1}`, head };
}
