import { nearest } from "@drawbridge/core";
import { servedNames } from "../schemas/served-names.ts";
import type { Failing } from "./failing.ts";

const mostNames = 20_000;

const query = `
SELECT t.typname FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE ($1::text[] IS NULL OR n.nspname = ANY ($1) OR t.oid < 16384 OR EXISTS (
    SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'))
  AND t.typname !~ '^_' AND pg_catalog.pg_type_is_visible(t.oid) LIMIT ${mostNames}`;

/** The type that is meant. */
export async function nearType({ named, database, signal }: Failing): Promise<string> {
  const { rows } = await database.read(
    { text: query, values: [servedNames(database)] },
    { rows: mostNames, bytes: 2_000_000, signal },
  );
  const meant = nearest(
    named.at(-1) ?? "",
    rows.map(([one]) => one ?? ""),
  );
  return meant === undefined ? "pg_search_objects with kind type finds what there is." : `Did you mean ${meant}?`;
}
