import type { Database } from "../database/database.ts";
import { withoutLiterals } from "./without-literals.ts";

/**
 * A statement that somebody ran, as it may be shown: where columns are masked, without the values that are written in it; where some
 * schemas are served, if it is of those.
 */
export async function shownStatement(sql: string, { masks, schemas }: Database, signal: AbortSignal): Promise<string> {
  if (schemas !== undefined && !(await schemas.covers(sql, signal)))
    return "(not shown: it may be of schemas that are not served)";
  if (masks === undefined) return sql;
  return (await withoutLiterals(sql)) ?? "(not shown: it may hold values of masked columns)";
}
