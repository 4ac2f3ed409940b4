import type { ServerError } from "../errors/server-error.ts";
import type { ServedSchemas } from "./served-schemas.ts";

/** SQLSTATEs whose details name tables without their schemas: of what depends on something, and of references. */
const bareNames: ReadonlySet<string> = new Set(["2BP01", "23503"]);

const keptBack =
  "it could not be run; what the server said is kept back, for it names what is in schemas that are not served";

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
  const mayNameBare = bareNames.has(error.code ?? "");
  if (detail !== undefined && !mayNameBare && !(await schemas.namesOthers(detail, signal))) told.detail = detail;
  if (hint !== undefined && !(await schemas.namesOthers(hint, signal))) told.hint = hint;
  return { ...rest, message, ...told };
}
