import type { Change } from "./change.ts";

/** What several changes of one place come to, in the order of their last ones. What came and went leaves nothing. */
export function mergeChanges(changes: readonly Change[]): Change[] {
  const byPlace = new Map<string, { readonly first: Change; readonly last: Change }>();
  for (const change of changes) {
    const place = `${change.root.real}\0${change.names.join("\0")}`;
    const first = byPlace.get(place)?.first ?? change;
    byPlace.delete(place);
    byPlace.set(place, { first, last: change });
  }
  return [...byPlace.values()].flatMap(({ first, last }) => {
    const wasThere = first.kind !== "created";
    const isThere = last.kind !== "removed";
    if (!wasThere && !isThere) return [];
    return { ...last, kind: !wasThere ? "created" : isThere ? "modified" : "removed" };
  });
}
