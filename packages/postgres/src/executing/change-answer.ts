import type { Page } from "@drawbridge/core";
import type { MaskedResult } from "../masking/mask-result.ts";
import { toValue, type Value } from "../values/to-value.ts";

/** What `pg_execute` answers. */
export interface ExecuteAnswer {
  /** PostgreSQL's own word: `UPDATE 3`, `CREATE TABLE`. */
  readonly command: string;
  readonly rows_affected?: number;
  /** Of RETURNING. */
  readonly columns?: string[];
  readonly rows?: Value[][];
  readonly truncated?: boolean;
  /** Which columns are masked, each with how. */
  readonly masked?: string[];
}

/** The answer to a change that was made, with as many rows of RETURNING as fit. */
export function changeAnswer(
  { command, fields, rows, isFull, masked }: MaskedResult,
  most: number,
  page: Page,
): ExecuteAnswer {
  const affected = / (\d+)$/.exec(command)?.[1];
  const answer = { command, ...(affected === undefined ? {} : { rows_affected: Number(affected) }) };
  if (fields.length === 0) return answer;
  const shown: Value[][] = [];
  for (const row of rows.slice(0, most)) {
    const values = row.map((value, index) => toValue(value, fields[index]?.dataTypeID ?? 0));
    if (!page.take(values)) break;
    shown.push(values);
  }
  return {
    ...answer,
    columns: fields.map(({ name }) => name),
    rows: shown,
    ...(masked.length > 0 ? { masked } : {}),
    ...(isFull || shown.length < rows.length ? { truncated: true } : {}),
  };
}
