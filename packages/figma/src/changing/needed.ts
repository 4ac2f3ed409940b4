import { ConnectorError } from "@drawbridge/core";

/** What a method cannot do without. */
export function needed<Value>(value: Value | undefined, name: string, method: string): Value {
  if (value !== undefined) return value;
  throw new ConnectorError("invalid_input", `${method} needs ${name}.`);
}
