import type { ServerError } from "../errors/server-error.ts";

/** Classes of SQLSTATE whose messages name things, and never hold values of a table. */
const nameOnly: ReadonlySet<string> = new Set([
  ...["08", "0A", "23", "25", "26", "2B", "34", "3D", "3F", "40", "42", "53", "54", "55", "57", "58"],
]);

/** Where functions say what their authors like, under any code. */
const raising = /^(?:exec_stmt_raise|PLy_|plperl|pltcl)/;

/** A value that was sent with the statement and was not understood: it is the caller's own. */
const ofParameter = /^unnamed portal parameter \$\d+/;

const keptBack = "it could not be run; what the server said is kept back, for it may hold masked values";

/**
 * What the server said of a statement that comes near masked columns, without what could be a value of one: the key or row that
 * breaks a constraint, the text that is no number, what a trigger says, a statement that a function puts together.
 */
export function withoutValues(error: ServerError): ServerError {
  const { detail, hint, message = "", where = "", routine = "", internalQuery, ...kept } = error;
  if (raising.test(routine) || internalQuery !== undefined) return { ...kept, message: keptBack };
  if (ofParameter.test(where)) return error;
  if (!nameOnly.has(error.code?.slice(0, 2) ?? "")) return { ...kept, message: keptBack };
  return { ...kept, message, ...(hint === undefined ? {} : { hint }) };
}
