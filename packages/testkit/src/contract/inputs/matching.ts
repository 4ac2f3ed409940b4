import fc from "fast-check";
import { hostileText } from "./hostile-text.ts";
import { hostileValue } from "./hostile-value.ts";
import type { JsonSchema } from "./json-schema.ts";

/** Values of the types that a schema asks for, and as unkind as these allow: what gets past validation, into the tool. */
export function matching(schema: JsonSchema = {}): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(matching));
  switch (schema.type) {
    case "string":
      return hostileText;
    case "integer":
    case "number":
      return fc.oneof(fc.integer(), fc.constantFrom(...edges(schema)));
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(matching(schema.items), { maxLength: 4 });
    case "object":
      return matchingObject(schema);
    default:
      return hostileValue;
  }
}

function matchingObject({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.entries(properties).map(([name, property]) => [name, matching(property)] as const);
  return fc.record(Object.fromEntries(values), { requiredKeys: [...required] });
}

function edges({ minimum = -(2 ** 53), maximum = 2 ** 53 }: JsonSchema): readonly number[] {
  return [minimum - 1, minimum, minimum + 1, maximum - 1, maximum, maximum + 1, 0, 0.5, -1];
}
