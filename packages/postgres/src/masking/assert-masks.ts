import { ConnectorError, nearest } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import type { MaskSpec } from "./mask-spec.ts";

const mostNames = 100_000;
const mostBytes = 16 * 1024 * 1024;

const columnsQuery = `
SELECT n.nspname || '.' || c.relname || '.' || a.attname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' LIMIT ${mostNames}`;

/** Refuses masks that name no column of any database that is served: what was to be masked might be shown. */
export async function assertMasks(
  databases: readonly Database[],
  masks: readonly MaskSpec[],
  signal: AbortSignal,
): Promise<void> {
  let missing = masks;
  for (const database of databases) {
    const missingHere = (await database.masks?.missing(signal)) ?? [];
    missing = missing.filter((mask) => missingHere.includes(mask));
  }
  const [first] = missing;
  if (first === undefined) return;
  const name = `${first.schema}.${first.relation}.${first.column}`;
  const meant = await nearestColumn(databases, name, signal);
  throw new ConnectorError(
    "refused",
    `--mask names ${name}, and there is no such column. Nothing is served, for what you mean to mask might be shown.` +
      `${meant === undefined ? "" : ` Did you mean ${meant}?`} It is written schema.table.column.`,
  );
}

async function nearestColumn(
  databases: readonly Database[],
  name: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const names: string[] = [];
  for (const database of databases) {
    const { rows } = await database.read({ text: columnsQuery }, { rows: mostNames, bytes: mostBytes, signal });
    names.push(...rows.map(([column]) => column ?? ""));
  }
  return nearest(name, names);
}
