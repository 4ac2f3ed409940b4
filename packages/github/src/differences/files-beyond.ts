import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { readTree } from "../contents/read-tree.ts";
import type { TreeEntry } from "../contents/tree-entry.ts";
import type { ChangedFile } from "./changed-file.ts";
import type { Span } from "./missing-patch.ts";

/** Files that differ beside those that GitHub told. */
interface FilesBeyond {
  readonly files: readonly ChangedFile[];
  /** Whether the trees are so large that some may be missing still. */
  readonly isCut: boolean;
}

/**
 * The files beyond the bound up to which GitHub tells of a comparison: those whose entries in the two trees are not the same.
 * How many lines differ in them is not known, and what was renamed counts as taken away and added.
 */
export async function filesBeyond(
  call: GithubCall,
  at: RepositoryName,
  { base, head }: Span,
  told: readonly ChangedFile[],
): Promise<FilesBeyond> {
  const [before, after] = await Promise.all([base, head].map((commit) => readTree(call, at, commit, "")));
  const known = new Set(told.flatMap(({ filename, previous_filename: old }) => [filename, old ?? filename]));
  const entriesOf = (entries: readonly TreeEntry[] = []) =>
    new Map(entries.filter(({ type, path }) => type !== "tree" && !known.has(path)).map((one) => [one.path, one]));
  const [old, now] = [entriesOf(before?.entries), entriesOf(after?.entries)];
  const added = [...now.values()].filter(({ path }) => !old.has(path)).map(changed("added"));
  const removed = [...old.values()].filter(({ path }) => !now.has(path)).map(changed("removed"));
  const modified = [...now.values()].filter((one) => isOther(one, old.get(one.path))).map(changed("modified"));
  return { files: [...added, ...removed, ...modified], isCut: before?.isCut === true || after?.isCut === true };
}

function changed(status: ChangedFile["status"]) {
  return ({ path: filename, sha }: TreeEntry): ChangedFile => ({ filename, status, sha });
}

function isOther({ sha, mode }: TreeEntry, before: TreeEntry | undefined): boolean {
  return before !== undefined && (sha !== before.sha || mode !== before.mode);
}
