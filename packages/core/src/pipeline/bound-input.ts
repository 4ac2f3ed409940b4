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
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
}
