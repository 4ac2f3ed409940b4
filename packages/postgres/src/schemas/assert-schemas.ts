import { ConnectorError, nearest } from "@drawbridge/core";
import type { Database } from "../database/database.ts";

/** Refuses schemas that no database has: what was meant would not be served, and something else might be. */
export async function assertSchemas(
  databases: readonly Database[],
  schemas: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  if (schemas.length === 0) return;
  const known = await Promise.all(databases.map((database) => database.schemas?.all(signal) ?? []));
  const all = known.flat();
  const missing = schemas.find((schema) => !all.includes(schema));
  if (missing === undefined) return;
  const meant = nearest(missing, all);
  throw new ConnectorError(
    "refused",
    `--schemas names ${missing}, and there is no such schema.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
  );
}
