import type { Database } from "../database/database.ts";
import { textArray } from "../values/text-array.ts";

/** The schemas that are served, as an array of PostgreSQL's; null where all are. */
export function servedNames({ schemas }: Database): string | null {
  return schemas === undefined ? null : textArray([...schemas.names]);
}
