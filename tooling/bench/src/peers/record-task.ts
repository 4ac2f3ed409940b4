import type { Answer } from "../answer.ts";
import { BenchFailure } from "../bench-failure.ts";
import type { Task } from "./task.ts";

type Row = string | { readonly path?: string; readonly name?: string };

/** A call of one of our record tools, whose rows stand under one key of `structuredContent` beside `nextCursor`. */
export function recordTask(tool: string, key: string) {
  return (input: Readonly<Record<string, unknown>>, extent: "first page" | "all pages"): Task => ({
    call: (cursor) => ({ name: tool, arguments: cursor === undefined ? input : { ...input, cursor } }),
    items: (result) => rowsOf(result, tool, key).map((row) => identityOf(row)),
    ...(extent === "all pages" ? { nextCursor: cursorOf } : {}),
  });
}

function rowsOf({ structuredContent }: Answer["result"], tool: string, key: string): readonly Row[] {
  const rows = (structuredContent as Record<string, unknown> | undefined)?.[key];
  if (!Array.isArray(rows)) throw new BenchFailure(`${tool}: its structuredContent has no array "${key}"`);
  return rows;
}

function identityOf(row: Row): string {
  return typeof row === "string" ? row : (row.path ?? row.name ?? JSON.stringify(row));
}

function cursorOf({ structuredContent }: Answer["result"]): string | undefined {
  return (structuredContent as { nextCursor?: string } | undefined)?.nextCursor;
}
