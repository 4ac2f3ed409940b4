import { defineTool } from "@drawbridge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { wrongInput } from "./wrong-input.ts";

const tool = defineTool({
  name: "jar_put",
  title: "Put",
  description: "Puts.",
  effect: "read",
  input: z.object({
    jar: z.object({ name: z.string(), size: z.int().min(1).max(9) }),
    labels: z.array(z.string()).optional(),
    kind: z.enum(["glass", "clay"]).or(z.null()),
  }),
  run: async () => ({ parts: [] }),
});
const good = { jar: { name: "salt", size: 3 }, kind: "glass" };

type Jar = { readonly name?: unknown; readonly size?: unknown } | null | undefined;

describe("wrongInput", () => {
  const inputs = fc.sample(wrongInput(tool, [good]), { numRuns: 2000, seed: 1 });
  const some = (holds: (input: Record<string, unknown>) => boolean) => expect(inputs.some(holds)).toBe(true);
  const jarOf = (input: Record<string, unknown>) => input.jar as Jar;

  it("is right at times, so that the tool itself is reached, and mostly wrong", () => {
    const right = inputs.filter((input) => tool.input.safeParse(input).success).length;
    expect(right).toBeGreaterThan(100);
    expect(right).toBeLessThan(1500);
  });

  it("has unknown keys at every depth, and lacks what is required", () => {
    some((input) => "no_such_argument" in input);
    some((input) => Object.hasOwn(jarOf(input) ?? {}, "no_such_argument"));
    some((input) => !("jar" in input));
    some((input) => jarOf(input)?.name === undefined && jarOf(input)?.size !== undefined);
  });

  it("has wrong types, NUL bytes, great lengths and numbers beyond their bounds", () => {
    some((input) => typeof input.labels === "number");
    some((input) => String(jarOf(input)?.name).includes("\0"));
    some((input) => String(jarOf(input)?.name).length > 100_000);
    some((input) => jarOf(input)?.size === 10 || jarOf(input)?.size === 0);
  });

  it("can be sent", () => {
    for (const input of inputs) expect(() => JSON.stringify(input)).not.toThrow();
  });
});
