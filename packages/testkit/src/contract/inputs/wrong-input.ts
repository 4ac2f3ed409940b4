import type { Connector } from "@drawbridge/core";
import fc from "fast-check";
import * as z from "zod";
import { hostileValue } from "./hostile-value.ts";
import type { JsonSchema } from "./json-schema.ts";
import { matching } from "./matching.ts";
import { mutate } from "./mutate.ts";

type Input = Readonly<Record<string, unknown>>;

/**
 * Input that a tool does not expect: made for its schema of unkind values, or a good one, either with up to two changes
 * somewhere in it. Some of it is right all the same.
 *
 * @param good inputs that the tool takes
 */
export function wrongInput({ input }: Connector["tools"][number], good: readonly Input[]): fc.Arbitrary<Input> {
  const schema = z.toJSONSchema(input, { io: "input" }) as JsonSchema;
  const start = good.length === 0 ? matching(schema) : fc.oneof(matching(schema), fc.constantFrom(...good));
  const mutation = fc.record({
    kind: fc.constantFrom("replace" as const, "remove" as const, "add" as const),
    at: fc.nat(50),
    value: hostileValue,
  });
  return fc
    .tuple(start, fc.array(mutation, { maxLength: 2 }))
    .map(([value, mutations]) => mutations.reduce<unknown>(mutate, value) as Input);
}
