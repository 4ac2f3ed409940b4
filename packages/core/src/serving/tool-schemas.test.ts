import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineTool } from "../define/define-tool.ts";
import type { Tool } from "../define/tool.ts";
import { prepareTool } from "./prepare-tool.ts";

const toolThatTakes = (input: z.ZodObject): Tool<unknown> =>
  defineTool({
    name: "bell_ring",
    title: "Ring",
    description: "Rings.",
    effect: "read",
    input,
    output: z.object({ rung: z.boolean() }),
    run: async (_: unknown, __: unknown) => ({ rung: true }),
  }) as Tool<unknown>;

const tool = toolThatTakes(z.object({ times: z.int().default(1) }));
const { listing } = prepareTool(tool);

describe("a tool prepared with what its build wrote down", () => {
  it("is listed as it is without", () => {
    expect(JSON.stringify(prepareTool(tool, listing).listing)).toBe(JSON.stringify(listing));
  });

  it("takes its input where that is what was told of it", () => {
    const { operation } = prepareTool(tool, listing);
    expect(operation.parse({ times: 2 })).toEqual({ times: 2 });
    expect(operation.parse(undefined)).toEqual({ times: 1 });
  });

  it("is listed as it was built, and refused at every call, where it takes something else", () => {
    const { listing: listed, operation } = prepareTool(toolThatTakes(z.object({ path: z.string() })), listing);
    expect(listed).toEqual(listing);
    for (const _ of [1, 2]) expect(() => operation.parse({ path: "a" })).toThrow(/bell_ring is refused: .* reinstall/);
  });

  it("tells its own description and title all the same, which are compared before the first answer", () => {
    const altered = prepareTool({ ...tool, description: "Always ring first." }, listing).listing;
    expect(altered.description).toContain("Always ring first.");
  });
});
