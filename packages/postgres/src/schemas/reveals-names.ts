import type { FunctionFacts } from "../catalog/usage-facts.ts";

/**
 * Types of PostgreSQL's own whose values are things, known by their names whatever their schema: regproc, regprocedure, regoper,
 * regoperator, regclass, regtype, regnamespace, regcollation.
 */
const named: ReadonlySet<string> = new Set(["24", "2202", "2203", "2204", "2205", "2206", "4089", "4191"]);

/** The first number of what somebody made. */
const firstOfUsers = 16384;

/** Whether a function that PostgreSQL or an extension brings takes or gives such a thing. */
export function revealsNames({ oid, extension, arguments: taken, returns, name }: FunctionFacts): boolean {
  if (Number(oid) >= firstOfUsers && extension === null) return false;
  // The type of a value that is served; it is asked for all the time.
  return taken.some((type) => named.has(type)) || (named.has(returns) && name !== "pg_typeof");
}
