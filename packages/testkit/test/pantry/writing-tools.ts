import { type CallContext, ConnectorError, defineTool, type Effect, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Fault } from "./fault.ts";
import type { PantryClient } from "./pantry-client.ts";

/** The tools that write and destroy, with one fault or none. */
export function writingTools(fault: Fault | undefined) {
  return [putOf(fault), takeOf(fault)];
}

function putOf(fault: Fault | undefined) {
  return defineTool({
    name: "pantry_put",
    title: "Fill jar",
    description: "Fills a jar up to a weight. A jar that is not there is put on the shelf.",
    effect: fault === "effect additive and destroying" ? "destroy" : "write",
    ...(fault === "effect additive and destroying" ? { additive: true } : {}),
    idempotent: true,
    input: z.object({ name: z.string().max(64), grams: z.int().min(0) }),
    async plan({ name, grams }, { client }: CallContext<PantryClient>) {
      return { summary: summaryOf(fault, `${name}: ${grams} g`), stateDigest: `${client.jars.get(name)}` };
    },
    dryRun: "plan",
    async run({ name, grams }, { client }: ToolContext<PantryClient>) {
      const before = fault === "putting twice adds twice" ? (client.jars.get(name) ?? 0) : 0;
      client.jars.set(name, before + grams);
      return { facts: { name }, parts: [] };
    },
  });
}

function summaryOf(fault: Fault | undefined, summary: string): string {
  if (fault === "plan empty") return " ";
  return fault === "plan always the same" ? "A jar is filled." : summary;
}

function takeOf(fault: Fault | undefined) {
  const run = async ({ name, grams }: { name: string; grams?: number | undefined }, client: PantryClient) => {
    const held = client.jars.get(name);
    if (held === undefined) throw new ConnectorError("not_found", `There is no ${name}; pantry_list has all jars.`);
    const left = grams === undefined ? 0 : held - grams;
    if (grams === undefined) client.jars.delete(name);
    else client.jars.set(name, left);
    return { left, ...(fault === "answer with too much to say" ? { receipt: "taken ".repeat(300) } : {}) };
  };
  const tool = defineTool({
    name: "pantry_take",
    title: "Take from jar",
    description: "Takes so many grams from a jar, or, without a weight, the whole jar off the shelf for good.",
    effect: effectOf(fault),
    input: z.object({ name: z.string().max(64), grams: z.int().min(1).optional() }),
    output: z.object({ left: z.number(), receipt: z.string().optional() }),
    async plan(input, { client }: CallContext<PantryClient>) {
      if (fault === "plan carried out") await run(input, client);
      const digest = fault === "plan never the same" ? `${Math.random()}` : `${client.jars.get(input.name)}`;
      return { summary: `${input.grams ?? "all"} g of ${input.name}`, stateDigest: digest };
    },
    async dryRun(input, { client }: ToolContext<PantryClient>) {
      if (fault === "dry run carried out") return run(input, client);
      return { left: input.grams === undefined ? 0 : (client.jars.get(input.name) ?? 0) - input.grams };
    },
    run: (input, { client }: ToolContext<PantryClient>) => run(input, client),
  });
  if (fault !== "plan missing") return tool;
  const { plan: _, ...planless } = tool;
  return planless;
}

function effectOf(fault: Fault | undefined) {
  return {
    lowest: fault === "effect turned upside down" ? ("destroy" as const) : ("write" as const),
    highest: /above|upside/.test(`${fault}`) ? ("write" as const) : ("destroy" as const),
    of({ name, grams }: { name: string; grams?: number | undefined }): Effect {
      if (fault === "effect that throws" && name.includes("\0")) throw new TypeError("A string contains NUL");
      if (fault === "effect below its lowest" && name === "") return "read";
      return grams === undefined ? "destroy" : "write";
    },
  };
}
