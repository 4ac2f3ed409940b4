import { nearest } from "@drawbridge/core";
import type { Failing } from "./failing.ts";

const mostNames = 20_000;

const query = `
SELECT t.typname FROM pg_catalog.pg_type t WHERE t.typname !~ '^_' AND pg_catalog.pg_type_is_visible(t.oid) LIMIT ${mostNames}`;

/** The type that is meant. */
export async function nearType({ named, database, signal }: Failing): Promise<string> {
  const { rows } = await database.read({ text: query }, { rows: mostNames, bytes: 2_000_000, signal });
  const meant = nearest(
    named.at(-1) ?? "",
    rows.map(([one]) => one ?? ""),
  );
  return meant === undefined ? "pg_search_objects with kind type finds what there is." : `Did you mean ${meant}?`;
}
