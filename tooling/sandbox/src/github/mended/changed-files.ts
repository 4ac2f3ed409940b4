import { type StructuredPatchHunk, structuredPatch } from "diff";
import type { Ask } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";
import type { ComparedFile } from "./pull-routes.ts";

/** Changed lines of a file beyond which GitHub leaves its patch out. */
const mostLines = 3000;

/** All files that differ between two commits, however many, with what changed in each. What two commits are does not change. */
export function changedFiles(stand: Stand, ask: Ask, at: string, base: string, head: string): Promise<ComparedFile[]> {
  const key = `${at} ${base} ${head}`;
  const found = stand.comparisons.get(key) ?? compare(stand, ask, at, base, head);
  stand.comparisons.set(key, found);
  return found;
}

async function compare(stand: Stand, ask: Ask, at: string, base: string, head: string): Promise<ComparedFile[]> {
  const [before, after] = await Promise.all([blobsOf(stand, ask, at, base), blobsOf(stand, ask, at, head)]);
  const all = [...new Set([...before.keys(), ...after.keys()])].sort();
  const paths = all.filter((path) => before.get(path) !== after.get(path));
  const change = (path: string) => ({ path, head, before: before.get(path), after: after.get(path) });
  return Promise.all(paths.map((path) => changed(stand, ask, at, change(path))));
}

interface Change {
  readonly path: string;
  readonly head: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

async function changed(
  stand: Stand,
  ask: Ask,
  at: string,
  { path, head, before, after }: Change,
): Promise<ComparedFile> {
  const [old, fresh] = await Promise.all([textOf(stand, ask, at, before), textOf(stand, ask, at, after)]);
  const { hunks } = structuredPatch(path, path, old, fresh, "", "", { context: 3 });
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  const [additions, deletions] = [count("+"), count("-")];
  const patch = hunks.map((hunk) => [heading(hunk), ...hunk.lines].join("\n")).join("\n");
  const url = `${stand.url}${at.replace("/repos", "")}`;
  return {
    sha: after ?? before ?? "",
    filename: path,
    status: before === undefined ? "added" : after === undefined ? "removed" : "modified",
    additions,
    deletions,
    ...{
      changes: additions + deletions,
      blob_url: `${url}/blob/${head}/${path}`,
      raw_url: `${url}/raw/${head}/${path}`,
    },
    ...{ contents_url: `${stand.url}${at}/contents/${path}?ref=${head}` },
    ...(additions + deletions > mostLines ? {} : { patch }),
  };
}

/** As git writes it: nothing is at line 0, and a count of one is left out. */
function heading({ oldStart, oldLines, newStart, newLines }: StructuredPatchHunk): string {
  const range = (start: number, lines: number) => (lines === 1 ? start : `${lines === 0 ? start - 1 : start},${lines}`);
  return `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`;
}

async function blobsOf(stand: Stand, ask: Ask, at: string, sha: string): Promise<Map<string, string>> {
  const query = new URLSearchParams({ recursive: "1" });
  const { body } = await stand.emulator({
    ...ask,
    method: "GET",
    path: `${at}/git/trees/${sha}`,
    query,
    headers: {},
    body: undefined,
  });
  const { tree } = body as { tree: { path: string; type: string; sha: string }[] };
  return new Map(tree.filter(({ type }) => type === "blob").map((entry) => [entry.path, entry.sha]));
}

async function textOf(stand: Stand, ask: Ask, at: string, sha: string | undefined): Promise<string> {
  if (sha === undefined) return "";
  const path = `${at}/git/blobs/${sha}`;
  const { body } = await stand.emulator({
    ...ask,
    method: "GET",
    path,
    query: new URLSearchParams(),
    headers: {},
    body: undefined,
  });
  return Buffer.from((body as { content: string }).content, "base64").toString();
}
