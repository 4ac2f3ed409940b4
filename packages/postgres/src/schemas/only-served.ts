import type { BatchStep } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import { servedNames } from "./served-names.ts";

const narrow = `
SELECT pg_catalog.set_config('search_path', coalesce((SELECT pg_catalog.string_agg(pg_catalog.quote_ident(s.name), ', ' ORDER BY s.place)
  FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS s(name, place) WHERE s.name = ANY ($1::text[])), ''), true)`;

/**
 * Steps before a statement of our own that tells of definitions: names without a schema are then those of schemas that are served,
 * and all others have theirs.
 */
export function onlyServed(database: Database): readonly BatchStep[] {
  return database.schemas === undefined ? [] : [{ text: narrow, values: [servedNames(database)] }];
}
