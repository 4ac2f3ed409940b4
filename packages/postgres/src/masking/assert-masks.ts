import { ConnectorError, nearest, type OpenContext } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import type { MaskSpec } from "./mask-spec.ts";

const mostNames = 100_000;
const mostBytes = 16 * 1024 * 1024;

const columnsQuery = `
SELECT n.nspname || '.' || c.relname || '.' || a.attname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' LIMIT ${mostNames}`;

/**
 * Refuses masks that name no column of any database that is served: what was to be masked might be shown. Of several databases each
 * may have columns of its own: the log tells which has not.
 */
export async function assertMasks(
  databases: readonly Database[],
  masks: readonly MaskSpec[],
  { log, signal }: Pick<OpenContext, "log" | "signal">,
): Promise<void> {
  let missing = masks;
  for (const database of databases) {
    const missingHere = (await database.masks?.missing(signal)) ?? [];
    for (const mask of missingHere)
      log.write("warn", { event: "mask", database: database.name, problem: `there is no column ${nameOf(mask)}` });
    missing = missing.filter((mask) => missingHere.includes(mask));
  }
  const [first] = missing;
  if (first === undefined) return;
  const name = nameOf(first);
  const meant = await nearestColumn(databases, name, signal);
  throw new ConnectorError(
    "refused",
    `--mask names ${name}, and there is no such column. Nothing is served, for what you mean to mask might be shown.` +
      `${meant === undefined ? "" : ` Did you mean ${meant}?`} It is written schema.table.column.`,
  );
}

function nameOf({ schema, relation, column }: MaskSpec): string {
  return `${schema}.${relation}.${column}`;
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
