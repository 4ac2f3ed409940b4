import { type Content, compileGlob, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import { readTree } from "./read-tree.ts";
import { resolveCommit } from "./resolve-commit.ts";
import type { TreeEntry } from "./tree-entry.ts";

/** What `github_tree` is asked. */
export interface TreeInput {
  readonly owner: string;
  readonly repo: string;
  readonly ref?: string | undefined;
  readonly path?: string | undefined;
  readonly glob?: string | undefined;
  readonly depth?: number | undefined;
}

/** Pages of one tree are of one commit, however its branch moves meanwhile. */
interface Place {
  readonly commit: string;
  readonly shown: number;
}

const incomplete = "more than can be asked for at once: list folders one by one, with path";

/** Lists files and folders as lines, one each, folders with a slash at their end. */
export async function listTree(input: TreeInput, context: ToolContext<Github>): Promise<Content> {
  const { owner, repo, ref, path = "", glob, depth } = input;
  const call = context.client.call(context);
  const place = context.page.place as Place | undefined;
  const commit = place?.commit ?? (await resolveCommit(call, { owner, repo }, ref));
  const folder = path.replace(/^\/+|\/+$/g, "");
  const { entries, isCut } = await readTree(call, { owner, repo }, commit, folder, depth);
  const matches = glob === undefined ? undefined : compileGlob(glob);
  const from = folder === "" ? 0 : folder.split("/").length;
  const asked = entries.filter((entry) => {
    const names = entry.path.split("/").slice(from);
    return (
      (depth === undefined || names.length <= depth) &&
      (matches === undefined || (entry.type !== "tree" && matches(names)))
    );
  });
  const lines: string[] = [];
  for (const entry of asked.slice(place?.shown ?? 0)) {
    const line = lineOf(entry);
    if (!context.page.take(line)) break;
    lines.push(line);
  }
  const shown = (place?.shown ?? 0) + lines.length;
  if (shown < asked.length) context.page.stopAt({ commit, shown } satisfies Place);
  const facts = { commit, entries: asked.length, ...(isCut ? { incomplete } : {}) };
  return { facts, parts: [{ text: lines.join("\n") }] };
}

function lineOf({ path, mode, type, size, sha }: TreeEntry): string {
  if (type === "tree") return `${path}/`;
  if (type === "commit") return `${path} submodule at ${sha}`;
  const kind = mode === "120000" ? " symlink" : mode === "100755" ? " executable" : "";
  return `${path} ${size ?? "?"}${kind}`;
}
