import type { ServerError } from "../errors/server-error.ts";
import type { ServedSchemas } from "./served-schemas.ts";

/** What the server said, without what names things of schemas that are not served. */
export async function withoutNames(
  error: ServerError,
  schemas: ServedSchemas,
  signal: AbortSignal,
): Promise<ServerError> {
  const { detail, hint, message = "", schema, ...rest } = error;
  const isOfOthers = schema !== undefined && schema !== "" && !schemas.names.has(schema) && !/^pg_/.test(schema);
  if (isOfOthers || (await schemas.namesOthers(message, signal))) return { ...rest, message: keptBack };
  const told: { detail?: string; hint?: string } = {};
  // What depends on something is told by names that may have no schema.
  const isListing = error.code === "2BP01";
  if (detail !== undefined && !isListing && !(await schemas.namesOthers(detail, signal))) told.detail = detail;
  if (hint !== undefined && !(await schemas.namesOthers(hint, signal))) told.hint = hint;
  return { ...rest, message, ...told };
}

const keptBack =
  "it could not be run; what the server said is kept back, for it names what is in schemas that are not served";
