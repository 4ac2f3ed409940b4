import { makeVisible } from "@drawbridge/core";
import type { CallToolResult, GetPromptResult, ReadResourceResult } from "@modelcontextprotocol/client";
import { coloured } from "../command-line/coloured.ts";
import type { Offered } from "./offered.ts";

/** What a server offers, for a person. */
export function shownOffer({ server, revision, instructions, tools, resources, templates, prompts }: Offered): string {
  const sections = [
    [
      `Tools (${tools.length})`,
      tools.map(({ name, annotations, description }) => [name, kindOf(annotations), firstLine(description)]),
    ],
    [
      `Resources (${resources.length + templates.length})`,
      [
        ...resources.map(({ uri, description, name }) => [uri, "", firstLine(description ?? name)]),
        ...templates.map(({ uriTemplate, description, name }) => [uriTemplate, "", firstLine(description ?? name)]),
      ],
    ],
    [`Prompts (${prompts.length})`, prompts.map(({ name, description }) => [name, "", firstLine(description)])],
  ] as const;
  const texts = sections
    .filter(([, rows]) => rows.length > 0)
    .map(([head, rows]) => `${coloured("bold", head)}\n${rows.map((row) => lineOf(row)).join("\n")}\n`);
  return [
    `${coloured("bold", clean(server.title ?? server.name))} ${clean(server.version)}, protocol ${revision}\n`,
    ...(instructions === undefined ? [] : [`${coloured("dim", clean(instructions))}\n`]),
    ...texts,
  ].join("\n");
}

/** What a tool answered. */
export function shownAnswer({ content, structuredContent, isError }: CallToolResult): string {
  const parts = content.map((part) => {
    if (part.type === "text") return makeVisible(part.text);
    if (part.type === "resource_link") return `(a link to ${clean(part.uri)})`;
    if (part.type === "resource") return shownContent(part.resource);
    return `(${part.type} of ${part.mimeType}, ${Math.round((part.data.length * 3) / 4)} bytes)`;
  });
  const text = parts.length > 0 ? parts.join("\n") : makeVisible(JSON.stringify(structuredContent ?? {}, null, 2));
  return `${isError === true ? coloured("red", "The tool refused or failed:\n") : ""}${text}\n`;
}

/** What a resource holds. */
export function shownResource({ contents }: ReadResourceResult): string {
  return `${contents.map(shownContent).join("\n")}\n`;
}

/** The messages that a prompt makes. */
export function shownPrompt({ messages }: GetPromptResult): string {
  return messages
    .map(
      ({ role, content }) =>
        `${coloured("bold", role)}\n${content.type === "text" ? makeVisible(content.text) : `(${content.type})`}\n`,
    )
    .join("\n");
}

function shownContent(content: ReadResourceResult["contents"][number]): string {
  if ("text" in content) return makeVisible(content.text);
  return `(${content.mimeType ?? "bytes"}, ${Math.round((content.blob.length * 3) / 4)} bytes)`;
}

function kindOf(
  hints: { readonly readOnlyHint?: boolean | undefined; readonly destructiveHint?: boolean | undefined } | undefined,
): string {
  if (hints?.readOnlyHint === true) return "reads";
  return hints?.destructiveHint === false ? "adds" : "changes";
}

function lineOf([name = "", kind = "", description = ""]: readonly string[]): string {
  return `  ${clean(name).padEnd(28)}  ${kind.padEnd(kind === "" ? 0 : 7)}  ${clean(description)}`;
}

function firstLine(text = ""): string {
  const [line = ""] = text.split("\n");
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}

function clean(text: string): string {
  return makeVisible(text).replace(/[\r\n\t]+/g, " ");
}
