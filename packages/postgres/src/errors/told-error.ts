import { ConnectorError } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import { withoutValues } from "../masking/without-values.ts";
import type { ParsedStatement } from "../policy/parse-statement.ts";
import { withoutNames } from "../schemas/without-names.ts";
import type { ServerError } from "./server-error.ts";

/**
 * What was thrown, as far as it may be told: where columns are masked, without values; where only some schemas are served, without
 * names of others.
 *
 * @param statement that only reads, as it was admitted: of one that comes near no masked column, all is told. Whatever a change
 * sets off, such as triggers, may come near them
 */
export async function toldError(
  thrown: unknown,
  { masks, schemas }: Database,
  signal: AbortSignal,
  statement?: ParsedStatement,
): Promise<unknown> {
  const error = thrown as ServerError;
  if (ConnectorError.is(thrown) || error.severity === undefined || error.code === undefined) return thrown;
  const isFar = statement?.traced !== undefined && statement.traced.rows === undefined;
  const told = masks === undefined || isFar ? error : withoutValues(error);
  return schemas === undefined ? told : withoutNames(told, schemas, signal);
}
