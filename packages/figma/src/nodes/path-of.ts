import type { PlacedNode } from "./placed-node.ts";

/** Characters of one layer's name: text layers are named by their text. */
const longestName = 60;

/** Layers of one path; of deeper ones the middle is left out. */
const mostNames = 10;

/** A node's names from its page down: `Home / Header / Title`. */
export function pathOf(placed: PlacedNode): string {
  const names: string[] = [];
  for (let at: PlacedNode | undefined = placed; at?.parent !== undefined; at = at.parent)
    names.push(shortName(at.node.name));
  if (names.length === 0) return shortName(placed.node.name);
  names.reverse();
  if (names.length <= mostNames) return names.join(" / ");
  return [...names.slice(0, 3), "…", ...names.slice(3 - mostNames)].join(" / ");
}

function shortName(name: string): string {
  const line = name.replace(/\s+/g, " ");
  return line.length <= longestName ? line : `${line.slice(0, longestName).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
