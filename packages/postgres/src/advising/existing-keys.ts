import type { Database } from "../database/database.ts";
import { textArray } from "../values/text-array.ts";
import { readRecords } from "../watching/read-records.ts";
import type { IndexCandidate } from "./index-candidate.ts";

/** An index that is there, and how large its table is. */
export interface ExistingKeys {
  readonly schema: string;
  readonly table: string;
  readonly rows: number;
  readonly indexes: readonly { readonly method: string; readonly keys: readonly string[] }[];
}

const query = `
SELECT json_build_object('schema', n.nspname, 'table', c.relname, 'rows', greatest(c.reltuples, 0), 'indexes', coalesce((
  SELECT json_agg(json_build_object('method', m.amname, 'keys', (
      SELECT json_agg(pg_get_indexdef(i.indexrelid, k, true) || CASE WHEN o.opcdefault THEN '' ELSE ' ' || o.opcname END
        || CASE WHEN i.indoption[k - 1] & 1 = 1 THEN ' DESC' ELSE '' END ORDER BY k)
      FROM generate_series(1, i.indnkeyatts) AS k JOIN pg_opclass o ON o.oid = i.indclass[k - 1])))
  FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
  WHERE i.indrelid = c.oid AND i.indisvalid AND i.indpred IS NULL), '[]'))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname || '.' || c.relname = ANY ($1::text[])`;

/** The indexes of some tables, without those of a part of the rows. */
export async function existingKeys(
  database: Database,
  tables: ReadonlyArray<Pick<IndexCandidate, "schema" | "table">>,
  signal: AbortSignal,
): Promise<ExistingKeys[]> {
  const names = [...new Set(tables.map(({ schema, table }) => `${schema}.${table}`))];
  return readRecords<ExistingKeys>(database, { text: query, values: [textArray(names)] }, signal);
}

/** Whether an index that is there serves for all that a candidate would. */
export function isServed(candidate: IndexCandidate, existing: readonly ExistingKeys[]): boolean {
  const own = existing.find(({ schema, table }) => schema === candidate.schema && table === candidate.table);
  return (own?.indexes ?? []).some(
    ({ method, keys }) =>
      method === candidate.method && candidate.keys.every((key, index) => bare(keys[index]) === bare(key)),
  );
}

/** Without the brackets and blanks that PostgreSQL writes in its own way. */
function bare(key: string | undefined): string {
  return (key ?? "")
    .replaceAll(/[\s()]/g, "")
    .replaceAll("::text", "")
    .toLowerCase();
}
