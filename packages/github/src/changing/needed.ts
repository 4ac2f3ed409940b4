import { ConnectorError } from "@drawbridge/core";

/** A field that a method cannot do without. Throws `invalid_input` that names both. */
export function needed<Value>(value: Value | undefined, field: string, method: string): Value {
  if (value !== undefined) return value;
  throw new ConnectorError("invalid_input", `The method ${method} needs ${field}.`);
}
