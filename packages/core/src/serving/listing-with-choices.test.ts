import { describe, expect, it } from "vitest";
import * as z from "zod";
import { definePrompt } from "../define/define-prompt.ts";
import { defineTool } from "../define/define-tool.ts";
import { preparePrompt } from "./prepare-prompt.ts";
import { prepareTool } from "./prepare-tool.ts";

const input = z.object({ sql: z.string(), database: z.string().min(1).optional().describe("Which one") });
const tool = defineTool<unknown, typeof input>({
  name: "shelf_ask",
  title: "Ask",
  description: "Asks one of several shelves.",
  effect: "read",
  input,
  run: async () => ({ parts: [] }),
});
const prompt = definePrompt({ name: "ask", title: "Ask", description: "Asks.", input, write: async () => "" });
const withChoices = (...database: string[]) => prepareTool(tool, undefined, { database });
const properties = ({ listing }: ReturnType<typeof prepareTool>) =>
  (listing.inputSchema as { properties: Record<string, unknown> }).properties;

describe("an input of which the options say what there is to choose from", () => {
  it("is listed with its choices, and takes no others", () => {
    const prepared = withChoices("shop", "crm");
    expect(properties(prepared).database).toEqual({
      ...{ type: "string", description: "Which one", enum: ["shop", "crm"] },
    });
    expect(prepared.operation.parse({ sql: "", database: "crm" })).toEqual({ sql: "", database: "crm" });
    expect(prepared.operation.parse({ sql: "" })).toEqual({ sql: "" });
    expect(() => prepared.operation.parse({ sql: "", database: "crn" })).toThrow(/database.*"shop"\|"crm"/);
  });

  it("is neither listed nor taken where there is no choice", () => {
    const prepared = withChoices("shop");
    expect(Object.keys(properties(prepared))).toEqual(["sql"]);
    expect(() => prepared.operation.parse({ sql: "", database: "shop" })).toThrow('unknown argument "database"');
  });

  it("leaves the definition, and what other inputs take, as they are", () => {
    const { definition } = prepareTool(tool);
    expect(withChoices("shop").definition).toEqual(definition);
    expect(withChoices("shop", "crm").definition).toEqual(definition);
    expect(() => withChoices("shop").operation.parse({ sql: "", sqll: "" })).toThrow('did you mean "sql"?');
  });

  it("is told so from what a program was built with, too", () => {
    const { definition } = prepareTool(tool);
    expect(prepareTool(tool, definition, { database: ["shop"] }).listing).toEqual(withChoices("shop").listing);
  });

  it("is an argument of prompts only where there is a choice", () => {
    const names = (...database: string[]) => preparePrompt(prompt, { database }).listing.arguments;
    expect(names("shop")).toEqual([{ name: "sql", required: true }]);
    expect(names("shop", "crm")).toContainEqual({ name: "database", description: "Which one", required: false });
  });
});
