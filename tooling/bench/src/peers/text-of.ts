import type { Answer } from "../answer.ts";

/** The text of a tool's result, its blocks joined. */
export function textOf(result: Answer["result"]): string {
  const blocks = Array.isArray(result.content) ? (result.content as { text?: unknown }[]) : [];
  return blocks.map(({ text }) => (typeof text === "string" ? text : "")).join("");
}
