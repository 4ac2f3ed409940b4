import { createTwoFilesPatch } from "diff";
import type { FileChange } from "./file-change.ts";
import type { Entries } from "./new-entries.ts";

/** What a commit changes, for a person: differences where a file is changed in part, else what becomes of it. */
export function difference(changes: readonly FileChange[], { entries, before }: Entries): string {
  const after = new Map(entries.map((entry) => [entry.path, entry]));
  return changes
    .map(({ path, content, edits, move_to: to }) => {
      if (edits !== undefined)
        return createTwoFilesPatch(
          `a/${path}`,
          `b/${path}`,
          before.get(path) ?? "",
          after.get(path)?.content ?? "",
          "",
          "",
        );
      if (to !== undefined) return `move ${path} → ${to}`;
      return content === undefined ? `delete ${path}` : `write ${path} (${Buffer.byteLength(content)} bytes)`;
    })
    .join("\n");
}
