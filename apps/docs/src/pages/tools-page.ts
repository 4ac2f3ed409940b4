import type { Connector, Tool } from "@drawbridge/core";
import * as z from "zod";
import type { AnsweredCall } from "../examples/answered-calls.ts";
import type { Page } from "./page.ts";
import { propertyTable } from "./property-table.ts";

/** Every tool of a connector: what it does, its inputs and outputs, and a call with the answer that it got. */
export function toolsPage(
  { name, title, tools }: Pick<Connector, "name" | "title" | "tools">,
  answered: ReadonlyMap<string, AnsweredCall>,
): Page {
  const intro = `# Tools of ${title}\n\n[How to install and configure it](/connectors/${name}). Each call below was made, and answered so, when this page was built.`;
  const sections = tools.map((tool) => section(tool as Tool<never>, answered.get(tool.name)));
  return { path: `connectors/${name}-tools`, content: [intro, ...sections].join("\n\n") };
}

function section(tool: Tool<never>, call: AnsweredCall | undefined): string {
  if (call === undefined) throw new Error(`${tool.name} has no example`);
  const { effect } = tool;
  const told = typeof effect === "string" ? effect : `${effect.lowest} to ${effect.highest}, by its input`;
  const schema = (type: z.ZodType, io: "input" | "output") => z.toJSONSchema(type, { io, unrepresentable: "any" });
  const output =
    tool.output === undefined
      ? "Text for the model, under a line of facts that programs find in `_meta`."
      : propertyTable(schema(tool.output as z.ZodType, "output"));
  return [
    `## ${tool.name}`,
    `**${tool.title}** · effect: ${told}`,
    plain(tool.description),
    `### Input {#${tool.name}-input}`,
    propertyTable(schema(tool.input as z.ZodType, "input")),
    `### Output {#${tool.name}-output}`,
    output,
    `### Example {#${tool.name}-example}`,
    fenced("json", JSON.stringify(call.input, undefined, 2)),
    fenced(call.answer.startsWith("{") ? "json" : "text", call.answer),
  ].join("\n\n");
}

/** A fence longer than any in the text. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** What Markdown would take for something else. */
function plain(text: string): string {
  return text.replace(/[*_<{[\]|]/g, "\\$&");
}
