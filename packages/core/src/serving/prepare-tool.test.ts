import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineTool } from "../define/define-tool.ts";
import type { Effect } from "../effects/effect.ts";
import type { VaryingEffect } from "../effects/varying-effect.ts";
import { prepareTool } from "./prepare-tool.ts";

function prepared(
  effect: Effect | VaryingEffect<{ force: boolean }>,
  more: { additive?: true; idempotent?: true } = {},
) {
  return prepareTool(
    defineTool<unknown, z.ZodObject<{ force: z.ZodDefault<z.ZodBoolean> }>>({
      name: "shelf_do",
      title: "Do",
      description: "Does.",
      effect,
      ...more,
      input: z.object({ force: z.boolean().default(false) }),
      run: async () => ({ parts: [] }),
    }),
  );
}

const varying: VaryingEffect<{ force: boolean }> = {
  lowest: "read",
  highest: "destroy",
  of: ({ force }) => (force ? "destroy" : "read"),
};

describe("prepareTool", () => {
  it.each([
    ["a read", prepared("read"), { readOnlyHint: true }],
    ["a write", prepared("write"), { readOnlyHint: false, destructiveHint: true }],
    ["a write that only adds", prepared("write", { additive: true }), { readOnlyHint: false, destructiveHint: false }],
    ["a destroy", prepared("destroy"), { readOnlyHint: false, destructiveHint: true }],
    [
      "a destroy that says it only adds",
      prepared("destroy", { additive: true }),
      { readOnlyHint: false, destructiveHint: true },
    ],
    ["a varying effect, by its highest", prepared(varying), { readOnlyHint: false, destructiveHint: true }],
    [
      "a write that may be repeated",
      prepared("write", { idempotent: true }),
      { readOnlyHint: false, destructiveHint: true, idempotentHint: true },
    ],
  ])("annotates %s", (_, { listing }, annotations) => {
    expect(listing.annotations).toEqual(annotations);
  });

  it("lists a varying effect by its lowest and judges a call by its input", () => {
    const { operation } = prepared(varying);
    expect(operation.lowestEffect).toBe("read");
    expect([operation.effectOf({ force: false }), operation.effectOf({ force: true })]).toEqual(["read", "destroy"]);
  });

  it("lists no output schema for a tool that answers text", () => {
    expect(prepared("read").listing).not.toHaveProperty("outputSchema");
  });

  it("parses what is left out as the schema's defaults", () => {
    expect(prepared("read").operation.parse(undefined)).toEqual({ force: false });
  });
});
