import type { Connector, Tool } from "@drawbridge/core";
import * as z from "zod";

/** A Markdown table of a connector's tools: effect, inputs with their defaults, and what the model is told of each. */
export function toolTable({ tools }: Pick<Connector<never>, "tools">): string {
  const head = ["| name | effect | inputs | what it does |", "| --- | --- | --- | --- |"];
  return [...head, ...tools.map(row)].join("\n");
}

function row(tool: Tool<never>): string {
  const { name, effect, description } = tool;
  const shownEffect = typeof effect === "string" ? effect : `${effect.lowest} to ${effect.highest}`;
  return `| \`${name}\` | ${shownEffect} | ${inputsOf(tool)} | ${cell(description)} |`;
}

function inputsOf({ input }: Tool<never>): string {
  const { properties = {}, required = [] } = z.toJSONSchema(input, {
    io: "input",
    unrepresentable: "any",
  }) as InputSchema;
  const shown = Object.entries(properties).map(([name, property]) => {
    const isDefault = property.default !== undefined && typeof property.default !== "object";
    const choices = property.enum?.map((choice) => `\`${choice}\``).join(", ");
    const notes = [choices, isDefault ? `default \`${property.default}\`` : undefined].filter(
      (note) => note !== undefined,
    );
    return `\`${name}${required.includes(name) ? "" : "?"}\`${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
  });
  return shown.length === 0 ? "none" : shown.join(", ");
}

interface InputSchema {
  readonly properties?: Readonly<Record<string, { readonly default?: unknown; readonly enum?: readonly unknown[] }>>;
  readonly required?: readonly string[];
}

/** What Markdown would take for something else in a cell. */
function cell(text: string): string {
  return text.replace(/[|*_<]/g, "\\$&").replace(/\s+/g, " ");
}
