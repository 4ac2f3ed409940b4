import { ConnectorError } from "@drawbridge/core";
import type { BatchResult } from "../database/batch.ts";
import type { KnownRelations } from "./known-relations.ts";
import { maskValue } from "./mask-value.ts";
import type { TracedRows } from "./scope.ts";
import { isMasked, type MaskKind, shownAs, type Trace, untouched } from "./trace.ts";

/** The type `text`. */
const text = 25;

/** A result, and what of it was masked. */
export interface MaskedResult extends BatchResult {
  /** `email (hash)`; none where all is shown as it is. */
  readonly masked: string[];
}

/**
 * A result with masked values in place of its own. What the statement tells decides, and behind it what PostgreSQL itself says of
 * where a column comes from.
 */
export function maskResult(
  result: BatchResult,
  rows: TracedRows | undefined,
  { key, relations }: { readonly key: string; readonly relations: KnownRelations },
): MaskedResult {
  const traces = tracesOf(rows, result.fields.length);
  const kinds = result.fields.map(({ tableID, columnID }, index) => {
    return shownAs(traces[index] ?? untouched) ?? relations.shownAt(tableID, columnID);
  });
  if (kinds.every((kind) => kind === undefined)) return { ...result, masked: [] };
  return {
    ...result,
    fields: result.fields.map((field, index) => (kinds[index] === undefined ? field : { ...field, dataTypeID: text })),
    rows: result.rows.map((row) => row.map((value, index) => maskOne(value, kinds[index], key))),
    masked: result.fields.flatMap(({ name }, index) =>
      kinds[index] === undefined ? [] : [`${name} (${kinds[index]})`],
    ),
  };
}

function maskOne(value: string | null, kind: MaskKind | undefined, key: string): string | null {
  return kind === undefined || value === null ? value : maskValue(value, kind, key);
}

/** One for each column of the result. Throws where they cannot be told apart. */
function tracesOf(rows: TracedRows | undefined, width: number): readonly Trace[] {
  if (rows === undefined || width === 0) return [];
  const { columns, rest, restAt } = rows;
  const traces = columns.map(({ trace }) => trace);
  const untold = width - traces.length;
  if (rest === undefined ? untold === 0 : restAt !== undefined && untold >= 0) {
    return [
      ...traces.slice(0, restAt),
      ...Array<Trace>(untold).fill(rest ?? untouched),
      ...traces.slice(restAt ?? width),
    ];
  }
  if (rest !== undefined && ![...traces, rest].some(isMasked)) return [];
  throw new ConnectorError(
    "refused",
    "Which columns of the result are masked could not be told. Write the columns out instead of *, and give those of functions names: f(…) AS t(a, b).",
  );
}
