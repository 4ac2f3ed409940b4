import { ConnectorError } from "../errors/connector-error.ts";

const deepest = 32;
const mostValues = 100_000;

/** Throws `invalid_input` for input nested or filled beyond what any tool needs, before a schema walks it. */
export function boundInput(input: unknown): void {
  let level: unknown[] = [input];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > deepest)
      throw new ConnectorError("invalid_input", `The arguments are nested over ${deepest} levels deep.`);
    if (values > mostValues) {
      throw new ConnectorError("invalid_input", `The arguments hold over ${mostValues} values. Make several calls.`);
    }
    level = level.flatMap(valuesIn);
  }
}

/** A key `__proto__` is passed over by schemas, and stands for something else in many a program behind. */
function valuesIn(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if (Object.hasOwn(value, "__proto__"))
    throw new ConnectorError("invalid_input", 'No argument is called "__proto__".');
  return Object.values(value);
}
