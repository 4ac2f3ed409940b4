import { ConnectorError } from "@drawbridge/core";
import { statementError } from "../database/statement-error.ts";
import type { Failing } from "./failing.ts";
import { missingGrant } from "./missing-grant.ts";
import { nameAt } from "./name-at.ts";
import { nearColumns } from "./near-columns.ts";
import { nearFunctions } from "./near-functions.ts";
import { nearRelation } from "./near-relation.ts";
import { nearType } from "./near-type.ts";
import { positionIn } from "./position-in.ts";
import type { ServerError } from "./server-error.ts";
import { wantedParameters } from "./wanted-parameters.ts";

type Remedy = (failing: Failing) => Promise<string>;

/** What the catalog says beyond the server's own words, by SQLSTATE. */
const remedies: Readonly<Record<string, Remedy>> = { "08P01": wantedParameters, "42501": missingGrant };

/** Likewise, of what the error's place names. */
const remediesOfNames: Readonly<Record<string, Remedy>> = {
  "42703": nearColumns,
  "42704": nearType,
  "42883": nearFunctions,
  "42P01": nearRelation,
};

/** Says of a statement that failed what `statementError` says, and what else the catalog knows, such as names that are near. */
export async function statementFailure(failing: Omit<Failing, "error" | "named">, thrown: unknown): Promise<unknown> {
  const { sql, signal } = failing;
  const error = thrown as ServerError;
  if (ConnectorError.is(thrown) || error.severity === undefined || signal.aborted) return statementError(thrown, sql);
  const at = positionIn(sql, error);
  const named = at === undefined ? [] : nameAt(sql, at);
  // What fails here too has no more to say than the error itself.
  const more = await remedyFor(error, at !== undefined)?.({ ...failing, error, named }).catch(() => "");
  return statementError(thrown, sql, more);
}

function remedyFor({ code = "", where = "" }: ServerError, hasPlace: boolean): Remedy | undefined {
  if (/ parameter \$\d/.test(where)) return wantedParameters;
  return remedies[code] ?? (hasPlace ? remediesOfNames[code] : undefined);
}
