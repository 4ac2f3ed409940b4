import { describe, expect, it } from "vitest";
import * as z from "zod";
import { strictInput } from "./strict-input.ts";

const inner = z.object({ size: z.number() });
const wrong = { size: 1, sizee: 2 };
const right = { size: 1 };

const places: ReadonlyArray<readonly [string, z.ZodObject, (value: unknown) => unknown]> = [
  ["the input itself", inner, (value) => value],
  ["an object", z.object({ a: inner }), (value) => ({ a: value })],
  ["an object inside an object", z.object({ a: z.object({ b: inner }) }), (value) => ({ a: { b: value } })],
  ["an array", z.object({ a: z.array(inner) }), (value) => ({ a: [right, value] })],
  ["a union", z.object({ a: z.union([z.string(), inner]) }), (value) => ({ a: value })],
  ["an optional", z.object({ a: inner.optional() }), (value) => ({ a: value })],
  ["a nullable", z.object({ a: inner.nullable() }), (value) => ({ a: value })],
  ["a default", z.object({ a: inner.default(right) }), (value) => ({ a: value })],
  ["a prefault", z.object({ a: inner.prefault(right) }), (value) => ({ a: value })],
  ["a readonly", z.object({ a: inner.readonly() }), (value) => ({ a: value })],
  ["a record's values", z.object({ a: z.record(z.string(), inner) }), (value) => ({ a: { any: value } })],
  ["a tuple", z.object({ a: z.tuple([z.string(), inner]) }), (value) => ({ a: ["x", value] })],
  ["a tuple's rest", z.object({ a: z.tuple([z.string()]).rest(inner) }), (value) => ({ a: ["x", value] })],
  ["what is transformed", z.object({ a: inner.transform(({ size }) => size) }), (value) => ({ a: value })],
  ["what is preprocessed", z.object({ a: z.preprocess((value) => value, inner) }), (value) => ({ a: value })],
  ["an intersection", z.object({ a: z.intersection(inner, z.object({})) }), (value) => ({ a: value })],
  ["an optional array of unions", z.object({ a: z.array(inner.or(z.null())).optional() }), (value) => ({ a: [value] })],
];

describe("strictInput", () => {
  it.each(places)("refuses an unknown key in %s", (_, schema, around) => {
    expect(schema.safeParse(around(wrong)).success, "the schema itself is lenient").toBe(true);
    expect(strictInput(schema).safeParse(around(wrong)).success).toBe(false);
  });

  it.each(places)("accepts what is declared in %s", (_, schema, around) => {
    expect(strictInput(schema).safeParse(around(right)).success).toBe(true);
  });

  it("refuses an unknown key in the branch that a discriminator chooses", () => {
    const a = z.object({ kind: z.literal("a"), left: z.number() });
    const b = z.object({ kind: z.literal("b"), right: z.number() });
    const strict = strictInput(z.object({ shape: z.discriminatedUnion("kind", [a, b]) }));
    expect(strict.safeParse({ shape: { kind: "b", right: 1 } }).success).toBe(true);
    expect(strict.safeParse({ shape: { kind: "b", right: 1, left: 1 } }).success).toBe(false);
  });

  it("leaves a map's keys open, since it was declared as a map", () => {
    const strict = strictInput(z.object({ labels: z.record(z.string(), z.string()) }));
    expect(strict.parse({ labels: { any: "1", thing: "2" } })).toEqual({ labels: { any: "1", thing: "2" } });
  });

  it("keeps descriptions", () => {
    const strict = strictInput(z.object({ a: inner.describe("of the box") }).describe("a box"));
    expect([strict.description, strict.shape.a.description]).toEqual(["a box", "of the box"]);
  });

  it("keeps refinements", () => {
    const ordered = z.object({ from: z.number(), to: z.number() }).refine(({ from, to }) => from <= to);
    const strict = strictInput(z.object({ range: ordered }));
    expect(strict.safeParse({ range: { from: 1, to: 2 } }).success).toBe(true);
    expect(strict.safeParse({ range: { from: 3, to: 2 } }).success).toBe(false);
  });

  it("refuses a schema that it cannot look into, rather than leave it lenient", () => {
    expect(() => strictInput(z.object({ a: z.lazy(() => inner) }))).toThrow(/z\.lazy/);
  });

  it("leaves the schema that it was given as lenient as it was", () => {
    strictInput(inner);
    expect(inner.safeParse(wrong).success).toBe(true);
  });
});
