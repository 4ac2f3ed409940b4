import { ConnectorError } from "../errors/connector-error.ts";

const deepest = 32;
const mostValues = 100_000;

/** Throws `invalid_input` for input nested or filled beyond what any tool needs, before a schema walks it. */
export function boundInput(input: unknown): void {
  countValues(input, 0, 0);
}

/** How many values there are with this one and those inside it, beside those counted before. */
function countValues(value: unknown, depth: number, before: number): number {
  if (depth > deepest)
    throw new ConnectorError("invalid_input", `The arguments are nested over ${deepest} levels deep.`);
  let values = before + 1;
  if (values > mostValues) {
    throw new ConnectorError("invalid_input", `The arguments hold over ${mostValues} values. Make several calls.`);
  }
  if (typeof value !== "object" || value === null) return values;
  // A key `__proto__` is passed over by schemas, and stands for something else in many a program behind.
  if (Object.hasOwn(value, "__proto__"))
    throw new ConnectorError("invalid_input", 'No argument is called "__proto__".');
  for (const inner of Object.values(value)) values = countValues(inner, depth + 1, values);
  return values;
}
