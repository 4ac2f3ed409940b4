import type { ToolAnswer } from "../../hosts/host.ts";
import type { Example } from "../trial/example.ts";
import { markedTexts } from "./marked-texts.ts";

/**
 * What pages hold, so that many small ones can be compared with few large ones: of a record the items of the list that
 * `pages` names (or of its only one), of a text its characters without spaces, since pages may be cut at any of them.
 * Undefined for a record in which no list can be found.
 */
export function pageContent(tool: Example["tool"], pages: readonly ToolAnswer[]): readonly string[] | undefined {
  if (tool.output === undefined) {
    const text = pages.flatMap(({ text }) => markedTexts(text).inside).join("");
    return [...text.replace(/\s/g, "")];
  }
  const lists = pages.map(({ structured = {} }) => listIn(structured, tool.pages ?? ""));
  if (lists.includes(undefined)) return undefined;
  return lists.flatMap((items = []) => items.map((item) => JSON.stringify(item)));
}

function listIn(structured: Readonly<Record<string, unknown>>, name: string): readonly unknown[] | undefined {
  const named = structured[name];
  if (Array.isArray(named)) return named;
  const [only, ...others] = Object.values(structured).filter(Array.isArray);
  return others.length === 0 ? only : undefined;
}
