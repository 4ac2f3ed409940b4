import type { Task } from "./task.ts";
import { textOf } from "./text-of.ts";

/** A call of one of our content tools: its text, and `nextCursor` in the result's `_meta` while there is more. */
export function contentTask(tool: string, input: Readonly<Record<string, unknown>>): Task {
  return {
    call: (cursor) => ({ name: tool, arguments: cursor === undefined ? input : { ...input, cursor } }),
    items: (result) => [textOf(result)],
    nextCursor: ({ _meta }) => (_meta as { nextCursor?: string } | undefined)?.nextCursor,
  };
}
