import { nearest } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import { ours } from "../database/ours.ts";
import { servedNames } from "../schemas/served-names.ts";

/** Among more names than this nobody looks. */
const mostNames = 20_000;
const mostBytes = 4 * 1024 * 1024;

const query = `
SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND ($1::text[] IS NULL OR n.nspname = ANY ($1)) LIMIT ${mostNames}`;

/** The relation, as `schema.name`, whose name is nearest to one that does not exist, written with or without a schema. */
export async function nearestRelation(
  database: Database,
  name: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const values = [servedNames(database)];
  const { rows } = await database.read({ text: ours(query), values }, { rows: mostNames, bytes: mostBytes, signal });
  const names = rows.map(([qualified]) => qualified ?? "");
  const meant = nearest(name, names);
  if (meant !== undefined) return meant;
  const bare = (qualified: string) => qualified.slice(qualified.indexOf(".") + 1);
  const alike = nearest(name.split(".").at(-1) ?? "", names.map(bare));
  return names.find((qualified) => bare(qualified) === alike);
}
