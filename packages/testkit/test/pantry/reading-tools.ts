import { setTimeout as wait } from "node:timers/promises";
import { ConnectorError, defineTool, type Page, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Fault } from "./fault.ts";
import type { PantryClient } from "./pantry-client.ts";

/** The tools that only read, with one fault or none. */
export function readingTools(fault: Fault | undefined) {
  return [listOf(fault), recipeOf(fault)];
}

function listOf(fault: Fault | undefined) {
  return defineTool({
    name: "pantry_list",
    title: "List jars",
    description: "Lists the jars of the pantry by their names, each with its weight in grams.",
    effect: "read",
    input: z.object({ holding: z.string().default("").describe("Only names that hold this") }),
    output: z.object({ jars: z.array(z.object({ name: z.string(), grams: z.number() })) }),
    pages: "jars",
    async run({ holding }, { client, page }: ToolContext<PantryClient>) {
      if (fault === "reading a tool writes") client.jars.set("jar-1", 0);
      if (fault === "input that fails" && holding.includes("\0")) throw new TypeError("A string contains NUL");
      if (fault === "pages fail when small" && page.bytesLeft < 600) throw new RangeError("No room");
      const after = `${page.place ?? ""}`;
      const wanted = client.names.filter((name) => name.includes(holding) && name > after);
      return answerOf(fault, fill(fault, client, wanted, page));
    },
  });
}

interface Jar {
  readonly name: string;
  readonly grams: number;
}

function fill(fault: Fault | undefined, { jars }: PantryClient, wanted: readonly string[], page: Page): Jar[] {
  const taken: Jar[] = [];
  for (const name of wanted) {
    const jar = { name, grams: jars.get(name) ?? 0 };
    if (fault !== "pages grow too large" && !page.take(jar)) {
      page.stopAt(placeOf(fault, taken.at(-1)?.name, name));
      break;
    }
    taken.push(jar);
  }
  return taken;
}

function placeOf(fault: Fault | undefined, last: string | undefined, next: string): string {
  if (fault === "pages lose") return next;
  if (fault === "pages repeat") return `${last}`.slice(0, -1);
  return fault === "pages never end" ? "" : `${last}`;
}

function answerOf(fault: Fault | undefined, jars: Jar[]) {
  if (fault === "answer with an undeclared key") return { jars, shelf: 1 };
  if (fault === "answer with a misspelt word") return { jars, next_cursor: "none" };
  return fault === "answer with a wrong type" ? { jars: "none" as never } : { jars };
}

function recipeOf(fault: Fault | undefined) {
  return defineTool({
    name: "pantry_recipe",
    title: "Read recipe",
    description: "Reads a recipe, line by line. There is one, of bread.",
    effect: "read",
    input: z.object({ dish: z.string().max(64), from_line: z.int().min(1).default(1) }),
    pages: "lines",
    async run({ dish, from_line: first }, context: ToolContext<PantryClient>) {
      context.client.lastAsked = first;
      if (fault === "signal unheard" && first > 1) await wait(1500);
      else await wait(15, undefined, { signal: context.signal });
      if (dish !== "bread") {
        const help = fault === "input without a word of help" ? "no" : 'There is only "bread".';
        throw new ConnectorError("not_found", help);
      }
      tell(fault, context);
      const start = fault === "callers mixed up" ? context.client.lastAsked : first;
      const text = linesFrom((context.page.place as number | undefined) ?? start, fault, context);
      return { facts: { dish }, parts: [{ text }] };
    },
  });
}

function linesFrom(start: number, fault: Fault | undefined, { client, page }: ToolContext<PantryClient>): string {
  const taken: string[] = [];
  for (const [index, text] of [...client.recipe.entries()].slice(start - 1)) {
    if (!page.take(text)) {
      page.stopAt(fault === "pages of text lose" ? index + 2 : index + 1);
      break;
    }
    taken.push(text);
  }
  return taken.join("\n");
}

function tell(fault: Fault | undefined, { progress }: ToolContext<PantryClient>): void {
  progress(1, 3);
  if (fault === "progress backwards") progress(0, 3);
  if (fault === "progress that is no number") progress(Number.NaN);
  progress(fault === "progress beyond its total" ? 4 : 3, 3);
}
