import { describe, expect, it } from "vitest";
import * as z from "zod";
import { formSchema } from "./form-schema.ts";

const titled = z.union([z.literal("a").meta({ title: "First" }), z.literal("b").meta({ title: "Second" })]);

describe("formSchema", () => {
  it("states texts, numbers and booleans with what is filled in beforehand", () => {
    const fields = z.object({
      name: z.string().max(40).default("Ada").describe("As friends say it"),
      age: z.int().min(0),
      mail: z.email().optional(),
      agreed: z.boolean().default(false),
    });
    expect(formSchema(fields)).toEqual({
      type: "object",
      properties: {
        name: { type: "string", maxLength: 40, default: "Ada", description: "As friends say it" },
        age: { type: "integer", minimum: 0 },
        mail: { type: "string", format: "email" },
        agreed: { type: "boolean", default: false },
      },
      required: ["age"],
    });
  });

  it("states choices, with and without titles, one or several", () => {
    const fields = z.object({
      one: z.enum(["a", "b"]),
      oneTitled: titled,
      several: z.array(z.enum(["a", "b"])),
      severalTitled: z.array(titled),
    });
    const choices = [
      { const: "a", title: "First" },
      { const: "b", title: "Second" },
    ];
    expect(formSchema(fields).properties).toEqual({
      one: { type: "string", enum: ["a", "b"] },
      oneTitled: { type: "string", oneOf: choices },
      several: { type: "array", items: { type: "string", enum: ["a", "b"] } },
      severalTitled: { type: "array", items: { anyOf: choices } },
    });
  });

  it.each([
    ["an object", z.object({ inner: z.string() })],
    ["a list of texts", z.array(z.string())],
    ["a choice of which one has no title", z.union([titled, z.literal("c")])],
    ["anything", z.unknown()],
  ])("refuses %s, which no form has", (_, field) => {
    expect(() => formSchema(z.object({ field }))).toThrow("field is no field of a form");
  });
});
