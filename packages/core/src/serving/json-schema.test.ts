import { describe, expect, it } from "vitest";
import * as z from "zod";
import { strictInput } from "../define/strict-input.ts";
import { jsonSchema } from "./json-schema.ts";

describe("jsonSchema", () => {
  it("is what a host sends: what has a default may be left out", () => {
    expect(jsonSchema(strictInput(z.object({ path: z.string(), depth: z.int().default(1) })))).toEqual({
      type: "object",
      properties: { path: { type: "string" }, depth: { type: "integer", default: 1 } },
      required: ["path"],
      additionalProperties: false,
    });
  });

  it("states the bounds that a tool states, and not those of a double", () => {
    const { properties } = jsonSchema(z.object({ a: z.int().min(1).max(9), b: z.int() })) as {
      properties: Record<string, unknown>;
    };
    expect(properties).toEqual({ a: { type: "integer", minimum: 1, maximum: 9 }, b: { type: "integer" } });
  });

  it("spares the model bounds on lengths of texts", () => {
    expect(jsonSchema(z.object({ a: z.string().min(1).max(9) })).properties).toEqual({ a: { type: "string" } });
  });

  it("keeps arguments whose names are words of JSON Schema", () => {
    const shape = { maximum: z.string(), minLength: z.string(), $schema: z.string() };
    expect(Object.keys(jsonSchema(z.object(shape)).properties as object)).toEqual(Object.keys(shape));
  });

  it("says at every depth that unknown keys are refused", () => {
    const schema = jsonSchema(strictInput(z.object({ edits: z.array(z.object({ text: z.string() })) })));
    expect(schema).toMatchObject({
      additionalProperties: false,
      properties: { edits: { items: { additionalProperties: false } } },
    });
  });
});
