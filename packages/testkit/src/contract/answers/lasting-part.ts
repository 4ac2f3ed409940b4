import type { ToolAnswer } from "../../hosts/host.ts";

/** Of an answer what is the same each time: no nonces, no cursors, and of a record's numbers (free room, ages) only that they are. */
export function lastingPart({ text, structured, meta }: ToolAnswer): string {
  if (structured !== undefined) return JSON.stringify(structured, lasting);
  const cursor = meta.nextCursor;
  const settled = typeof cursor === "string" ? text.replaceAll(cursor, "cursor") : text;
  return settled.replace(/(<\/?data )[0-9a-f]{8}>/g, "$1nonce>");
}

function lasting(key: string, value: unknown): unknown {
  if (key === "nextCursor") return "cursor";
  return typeof value === "number" ? 0 : value;
}
