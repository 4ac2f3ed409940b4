import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineTool } from "./define-tool.ts";

const declaration = {
  name: "shelf_list",
  title: "List",
  description: "Lists.",
  effect: "read",
  input: z.object({ prefix: z.string().optional() }),
  output: z.object({ names: z.array(z.string()) }),
  run: async () => ({ names: [] }),
} as const;

describe("defineTool", () => {
  it("adds cursor and nextCursor to a tool that pages", () => {
    const tool = defineTool({ ...declaration, pages: "names" });
    expect(Object.keys(tool.input.shape)).toEqual(["prefix", "cursor"]);
    expect(Object.keys(tool.output?.shape ?? {})).toEqual(["names", "nextCursor"]);
  });

  it("adds neither to a tool that does not page", () => {
    const tool = defineTool(declaration);
    expect(Object.keys(tool.input.shape)).toEqual(["prefix"]);
    expect(Object.keys(tool.output?.shape ?? {})).toEqual(["names"]);
  });

  it("gives a content tool that pages no output", () => {
    const { output: _, ...content } = declaration;
    expect(defineTool({ ...content, run: async () => ({ parts: [] }), pages: "lines" }).output).toBeUndefined();
  });

  it("makes the input strict", () => {
    expect(defineTool(declaration).input.safeParse({ prefx: "a" }).success).toBe(false);
  });

  it("bounds the length of a cursor", () => {
    const { input } = defineTool({ ...declaration, pages: "names" });
    expect(input.safeParse({ cursor: "a".repeat(4096) }).success).toBe(true);
    expect(input.safeParse({ cursor: "a".repeat(4097) }).success).toBe(false);
  });

  it("refuses a tool that asks and pages: the next page may not ask again", () => {
    const asking = { ...declaration, ask: async () => undefined };
    expect(() => defineTool({ ...asking, pages: "names" })).toThrow("asks");
    expect(defineTool({ ...asking, dryRun: async () => ({ names: [] }) }).ask).toBeDefined();
  });
});
