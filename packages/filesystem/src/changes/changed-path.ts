import { makeVisible } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { leadingTo } from "../paths/leading-to.ts";
import type { Root } from "../roots/root.ts";
import type { Change } from "./change.ts";

/** As other tools take it; undefined for what this caller is not served. */
export function changedPath(files: Files, { root, names }: Pick<Change, "root" | "names">): string | undefined {
  const served = files.roots.find((candidate) => placeIn(candidate, root, names) !== undefined);
  if (served === undefined) return undefined;
  const inside = placeIn(served, root, names) ?? [];
  return makeVisible(leadingTo({ root: served, names: [] }, files.roots) + inside.join("/"));
}

/** The names below a root that is served, which may be the part of it that a host works in. */
function placeIn(served: Root, root: Root, names: readonly string[]): readonly string[] | undefined {
  if (served === root) return names;
  if (served.part?.of !== root) return undefined;
  const { length } = served.part.names;
  const isInside = names.length > length && served.part.names.every((name, index) => name === names[index]);
  return isInside ? names.slice(length) : undefined;
}
