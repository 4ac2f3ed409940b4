import type { ToolAnswer } from "../../hosts/host.ts";

/** Where an answer says that it goes on; undefined for the last page. */
export function nextCursorOf({ structured, meta }: ToolAnswer): string | undefined {
  return (structured ?? meta).nextCursor as string | undefined;
}
