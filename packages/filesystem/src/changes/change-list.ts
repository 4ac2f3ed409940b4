import { type CallContext, makeVisible } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { changedPath } from "./changed-path.ts";
import { mergeChanges } from "./merge-changes.ts";

/** One answer holds no more; the rest is had by its cursor. */
const most = { changes: 1000, bytes: 256 * 1024 };

/** What changed, as JSON: since a cursor, or the newest that is remembered. */
export async function changeList(cursor: string | undefined, { client, log }: CallContext<Files>): Promise<string> {
  const changes = await client.changes();
  await changes.begin(log);
  const { ring } = changes;
  const known = ring.since(cursor);
  const seen = [...(known ?? [])].flatMap(([number, change]) => {
    const path = changedPath(client, change);
    return path === undefined ? [] : [{ number, change, path }];
  });
  const page = cursor === undefined ? fitting(seen.reverse()).reverse() : fitting(seen);
  const paths = new Map(page.map(({ change, path }) => [change.names, path]));
  const isLeft = page.length < seen.length;
  const last = page.at(-1)?.number;
  const nextCursor = cursor !== undefined && isLeft && last !== undefined ? ring.cursorAt(last + 1) : ring.cursor;
  const problems = client.roots.flatMap((root) => {
    const problem = changes.problemOf(root.part?.of ?? root);
    return problem === undefined ? [] : [{ root: makeVisible(root.given), ...problem }];
  });
  return JSON.stringify({
    ...(known === undefined
      ? { tooOld: "What changed since this cursor is not known any more. List the folders anew." }
      : {}),
    changes: mergeChanges(page.map(({ change }) => change)).map(({ names, kind, time }) => ({
      path: paths.get(names),
      change: kind,
      time,
    })),
    ...(isLeft ? (cursor === undefined ? { truncated: "Earlier changes are left out." } : { more: true }) : {}),
    nextCursor,
    next: `drawbridge://filesystem/changes?since=${nextCursor}`,
    ...(problems.length === 0 ? {} : { problems }),
  });
}

/** As many from the start as one answer holds. */
function fitting<Item extends { readonly path: string }>(items: readonly Item[]): Item[] {
  let bytes = 0;
  const end = items.findIndex(({ path }, index) => {
    bytes += Buffer.byteLength(JSON.stringify(path)) + 80;
    return index >= most.changes || (bytes > most.bytes && index > 0);
  });
  return end < 0 ? [...items] : items.slice(0, end);
}
