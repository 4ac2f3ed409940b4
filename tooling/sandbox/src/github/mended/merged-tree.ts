import type { Ask } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";
import { compared } from "./compared.ts";
import type { ComparedFile } from "./pull-routes.ts";

interface Compared {
  readonly merge_base_commit: { readonly sha: string };
  readonly files: readonly ComparedFile[];
}

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
}

/** The base's tree with what the head changed since they parted; undefined where both changed a file, each in its way. */
export async function mergedTree(
  stand: Stand,
  ask: Ask,
  at: string,
  base: string,
  head: string,
): Promise<string | undefined> {
  const changed = await changedSince(stand, ask, at, base, head);
  if (changed === undefined) return undefined;
  const { tree } = await send<{ tree: Entry[] }>(stand, ask, `${at}/git/trees/${head}`, { recursive: "1" });
  const modes = new Map(tree.map(({ path, mode, type }) => [path, { mode, type }]));
  const entries = changed.flatMap(({ filename: path, previous_filename: before, status, sha }) => {
    const gone = status === "removed" ? path : before;
    return [
      ...(gone === undefined ? [] : [{ path: gone, mode: "100644", type: "blob", sha: null }]),
      ...(status === "removed" ? [] : [{ path, mode: "100644", type: "blob", ...modes.get(path), sha }]),
    ];
  });
  const { sha: base_tree } = await send<{ sha: string }>(stand, ask, `${at}/git/trees/${base}`);
  if (entries.length === 0) return base_tree;
  const { sha } = await send<{ sha: string }>(stand, ask, `${at}/git/trees`, {}, { base_tree, tree: entries });
  return sha;
}

/** What the head changed since it parted from the base; undefined where the base changed one of these files otherwise. */
export async function changedSince(
  stand: Stand,
  ask: Ask,
  at: string,
  base: string,
  head: string,
): Promise<readonly ComparedFile[] | undefined> {
  const theirs = (await compared(stand, ask, at, base, head)).body as Compared;
  const ours = (await compared(stand, ask, at, theirs.merge_base_commit.sha, base)).body as Compared;
  const clash = theirs.files.some((file) =>
    ours.files.some((one) => one.filename === file.filename && one.sha !== file.sha),
  );
  return clash ? undefined : theirs.files;
}

async function send<Body>(
  stand: Stand,
  ask: Ask,
  path: string,
  query: Record<string, string> = {},
  body?: object,
): Promise<Body> {
  const method = body === undefined ? "GET" : "POST";
  const answer = await stand.emulator({ ...ask, method, path, query: new URLSearchParams(query), headers: {}, body });
  return answer.body as Body;
}
