import type { FigmaDocument } from "../documents/figma-document.ts";
import { rootOf } from "../nodes/design-node.ts";
import { pathOf } from "../nodes/path-of.ts";
import { type PlacedNode, placedNodes } from "../nodes/placed-node.ts";
import type { Change, Facet } from "./change.ts";
import { compareDefinitions } from "./compare-definitions.ts";
import { compareNodes } from "./compare-nodes.ts";
import { comparePlace } from "./compare-place.ts";
import { type Matches, matchNodes } from "./match-nodes.ts";
import { reordered } from "./reordered.ts";

/** All that differs between two versions of a design. */
export interface Differences {
  /** In the order of the document: what was removed stands behind what it was in. Definitions (variables, styles) come first. */
  readonly changes: readonly Change[];
  /** Nodes of both sides together. */
  readonly nodes: number;
}

/** Compares two documents to their full depth. */
export function findChanges(from: FigmaDocument, to: FigmaDocument): Differences {
  const was = placedNodes(rootOf(from));
  const is = placedNodes(rootOf(to));
  const matches = matchNodes(was, is);
  const orders = reorderedNodes(is, matches);
  const changes: Change[] = [...compareDefinitions(from, to)];
  for (const placed of is) {
    const before = matches.fromOf.get(placed);
    if (before === undefined) {
      if (isTopmost(placed, matches.fromOf)) changes.push(appeared("added", placed, matches.fromOf));
      continue;
    }
    const isReparented = before.parent !== undefined && matches.toOf.get(before.parent) !== placed.parent;
    const facets = [
      ...comparePlace(before, placed, isReparented, orders.has(placed)),
      ...compareNodes({ node: before.node, document: from }, { node: placed.node, document: to }),
    ];
    if (facets.length > 0) changes.push(changed(placed, facets));
    for (const child of before.children) {
      if (!matches.toOf.has(child)) changes.push(appeared("removed", child, matches.toOf));
    }
  }
  return { changes, nodes: was.length + is.length };
}

function changed({ node, ...place }: PlacedNode, facets: readonly Facet[]): Change {
  return { path: pathOf({ node, ...place }), id: node.id, type: node.type, facets };
}

/** What came or went as a whole is told once, with how many nodes it has; those of them that stayed are told on their own. */
function appeared(kind: "added" | "removed", placed: PlacedNode, matched: ReadonlyMap<PlacedNode, PlacedNode>): Change {
  let nodes = 0;
  const stack: PlacedNode[] = [placed];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (matched.has(at)) continue;
    nodes += 1;
    stack.push(...at.children);
  }
  const text = placed.node.characters === undefined ? "" : `: ${JSON.stringify(placed.node.characters.slice(0, 80))}`;
  return changed(placed, [{ kind, detail: `${nodes === 1 ? "1 node" : `${nodes} nodes`}${text}` }]);
}

/** Whether it came with no node around it that came too. */
function isTopmost({ parent }: PlacedNode, matched: ReadonlyMap<PlacedNode, PlacedNode>): boolean {
  return parent === undefined || matched.has(parent);
}

/** Nodes that changed places with siblings that stayed, as well. */
function reorderedNodes(is: readonly PlacedNode[], { fromOf, toOf }: Matches): ReadonlySet<PlacedNode> {
  const found = new Set<PlacedNode>();
  for (const parent of is) {
    if (parent.children.length < 2 || !fromOf.has(parent)) continue;
    const stayed = parent.children.filter((child) => {
      const before = fromOf.get(child);
      return before?.parent !== undefined && toOf.get(before.parent) === parent;
    });
    const moved = reordered(stayed.map((child) => fromOf.get(child)?.index ?? 0));
    for (const [index, child] of stayed.entries()) if (moved.has(index)) found.add(child);
  }
  return found;
}
