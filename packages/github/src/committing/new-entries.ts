import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { applyEdits } from "./apply-edits.ts";
import type { Base } from "./base.ts";
import type { FileChange } from "./file-change.ts";
import { placesIn } from "./places-in.ts";
import { textsOf } from "./texts-of.ts";

/** An entry as GitHub's trees are made of them; `sha: null` takes the file away. */
export interface NewEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: "blob";
  readonly content?: string;
  readonly bytes?: Buffer;
  readonly sha?: string | null;
}

/** What a commit puts in its tree, and the texts of what it changes in part, for the difference. */
export interface Entries {
  readonly entries: readonly NewEntry[];
  readonly before: ReadonlyMap<string, string>;
}

/** What the changes come to on their base. Modes stay as they are; a file that is not there is named. */
export async function newEntries(
  call: GithubCall,
  at: RepositoryName,
  base: Base,
  changes: readonly FileChange[],
): Promise<Entries> {
  const places = placesIn(base, changes, `${at.owner}/${at.repo}`);
  const edited = changes.filter(({ edits }) => edits !== undefined).map(({ path }) => places.text(path));
  for (const { path, move_to: to = path, content } of changes)
    if (to !== path || content !== undefined) places.room(to);
  const before = await textsOf(call, at, edited);
  const entries = changes.flatMap((change): NewEntry[] => {
    const { path, content, encoding, edits, move_to: to, mode } = change;
    const common = { path, mode: mode ?? base.entries.get(path)?.mode ?? "100644", type: "blob" } as const;
    if (content !== undefined) {
      return [encoding === "base64" ? { ...common, bytes: Buffer.from(content, "base64") } : { ...common, content }];
    }
    if (edits !== undefined) return [{ ...common, content: applyEdits(before.get(path) ?? "", edits, path) }];
    const { sha, mode: kept } = places.file(path);
    const gone = { ...common, mode: kept, sha: null };
    return to === undefined ? [gone] : [gone, { ...common, path: to, mode: mode ?? kept, sha }];
  });
  return { entries, before };
}
