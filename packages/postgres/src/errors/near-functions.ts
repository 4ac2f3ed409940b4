import { nearest } from "@drawbridge/core";
import type { Failing } from "./failing.ts";

/** Signatures of one name that are told. */
const mostSignatures = 8;
const mostNames = 20_000;

const signatures = `
SELECT p.oid::regprocedure::text FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.proname = $1 AND ($2::text IS NULL OR n.nspname = $2 OR NOT EXISTS (SELECT FROM pg_catalog.pg_proc o
  WHERE o.proname = $1 AND o.pronamespace = (SELECT s.oid FROM pg_catalog.pg_namespace s WHERE s.nspname = $2)))
ORDER BY pg_catalog.pg_function_is_visible(p.oid) DESC, p.pronargs, 1 LIMIT ${mostSignatures + 1}`;

/** Trigger functions and what only PostgreSQL itself calls are not meant by anybody. */
const names = `
SELECT DISTINCT p.proname FROM pg_catalog.pg_proc p
WHERE p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype, 'internal'::regtype) AND pg_catalog.pg_function_is_visible(p.oid)
LIMIT ${mostNames}`;

/** For a name that there is, with what arguments; else the name that is meant. */
export async function nearFunctions({ named, database, signal }: Failing): Promise<string> {
  const [name, schema = null] = named.toReversed();
  if (name === undefined) return "Cast one side to the type of the other, as in id::text.";
  const found = await database.read(
    { text: signatures, values: [name, schema] },
    { rows: mostSignatures + 1, bytes: 100_000, signal },
  );
  if (found.rows.length > 0) {
    const told = found.rows.slice(0, mostSignatures).map(([one]) => one);
    return `There is ${told.join(", ")}${found.rows.length > mostSignatures ? " and more" : ""}.`;
  }
  const { rows } = await database.read({ text: names }, { rows: mostNames, bytes: 2_000_000, signal });
  const meant = nearest(
    name,
    rows.map(([one]) => one ?? ""),
  );
  return meant === undefined ? "pg_search_objects with kind function finds what there is." : `Did you mean ${meant}?`;
}
