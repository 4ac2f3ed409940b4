import type { Database } from "../database/database.ts";
import { withoutLiterals } from "./without-literals.ts";

/** A statement that somebody ran, as it may be shown: where columns are masked, without the values that are written in it. */
export async function shownStatement(sql: string, { masks }: Database): Promise<string> {
  if (masks === undefined) return sql;
  return (await withoutLiterals(sql)) ?? "(not shown: it may hold values of masked columns)";
}
