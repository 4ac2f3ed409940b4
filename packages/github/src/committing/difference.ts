import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Base } from "./base.ts";
import type { FileChange } from "./file-change.ts";
import type { Entries } from "./new-entries.ts";

/** What a commit changes, for a person: differences where a file is changed in part, else what becomes of it. */
export function difference(changes: readonly FileChange[], base: Base, { entries, before }: Entries): string {
  const after = new Map(entries.map((entry) => [entry.path, entry]));
  return changes
    .map(({ path, content, edits, move_to: to, encoding }) => {
      if (edits !== undefined) {
        const [old, now] = [before.get(path) ?? "", after.get(path)?.content ?? ""];
        return createTwoFilesPatch(`a/${path}`, `b/${path}`, old, now, "", "", { headerOptions: FILE_HEADERS_ONLY });
      }
      if (to !== undefined) return `move ${path} → ${to}`;
      if (content === undefined) return `delete ${path}`;
      const bytes = Buffer.byteLength(content, encoding);
      const there = base.entries.get(path);
      return there === undefined
        ? `create ${path} (${bytes} bytes)`
        : `replace ${path} (${there.size ?? "?"} bytes with ${bytes})`;
    })
    .join("\n");
}
