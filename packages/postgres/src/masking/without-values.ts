/** Classes of SQLSTATE whose messages name things, and never hold values of a table. */
const nameOnly: ReadonlySet<string> = new Set(["08", "0A", "23", "25", "40", "42", "53", "54", "55", "57", "58"]);

/**
 * What the server said of a statement that comes near masked columns, without what could be a value of one: the key or row that
 * breaks a constraint, the text that is no number, what a trigger says.
 */
export function withoutValues(error: unknown): unknown {
  const { severity, code, message, position, hint, routine } = error as Partial<Record<string, string>>;
  if (severity === undefined || code === undefined) return error;
  // What a function raises says what its author likes, under any code.
  if (nameOnly.has(code.slice(0, 2)) && routine !== "exec_stmt_raise")
    return { severity, code, message, position, hint };
  return {
    severity,
    code,
    position,
    message: "it could not be run; what the server said is kept back, for it may hold masked values",
  };
}
