import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { applyEdits } from "./apply-edits.ts";
import type { Base } from "./base.ts";
import type { FileChange } from "./file-change.ts";
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
  const entryAt = (path: string) => {
    const entry = base.entries.get(path);
    if (entry?.type === "blob") return entry;
    throw call.invalid(`${path} is no file of ${at.owner}/${at.repo} there. List them with github_tree.`);
  };
  const edited = changes.filter(({ edits }) => edits !== undefined).map(({ path }) => entryAt(path));
  const before = await textsOf(call, at, edited);
  const entries = changes.flatMap((change): NewEntry[] => {
    const { path, content, encoding, edits, move_to: to, mode } = change;
    const there = base.entries.get(path);
    const kept = mode ?? (there?.type === "blob" ? there.mode : "100644");
    const common = { path, mode: kept, type: "blob" } as const;
    if (content !== undefined) {
      return [encoding === "base64" ? { ...common, bytes: Buffer.from(content, "base64") } : { ...common, content }];
    }
    if (edits !== undefined) return [{ ...common, content: applyEdits(before.get(path) ?? "", edits, path) }];
    const gone = { ...common, mode: entryAt(path).mode, sha: null };
    if (to === undefined) return [gone];
    if (base.entries.has(to))
      throw call.invalid(`${to} is there already. Delete it in the same commit, or move elsewhere.`);
    return [gone, { ...common, path: to, mode: mode ?? gone.mode, sha: entryAt(path).sha }];
  });
  return { entries, before };
}
