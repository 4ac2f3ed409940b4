import type { PlacedNode } from "../nodes/placed-node.ts";
import { subtreeDigests } from "./subtree-digests.ts";

/** Which nodes of two trees are the same node. */
export interface Matches {
  readonly toOf: ReadonlyMap<PlacedNode, PlacedNode>;
  readonly fromOf: ReadonlyMap<PlacedNode, PlacedNode>;
}

/**
 * Pairs the nodes of two versions: by their ids; then, among the children of a pair, those of one name and type, since a file that
 * was exported or generated anew has other ids; and last whole subtrees that look the same, which were cut in one place and pasted
 * in another.
 */
export function matchNodes(from: readonly PlacedNode[], to: readonly PlacedNode[]): Matches {
  const pairs = new Pairs();
  const byId = new Map(from.map((placed) => [placed.node.id, placed]));
  for (const placed of to) {
    const same = byId.get(placed.node.id);
    if (same !== undefined && same.node.type === placed.node.type) pairs.add(same, placed);
  }
  if (from[0] !== undefined && to[0] !== undefined && !pairs.fromOf.has(to[0])) pairs.add(from[0], to[0]);
  matchSiblings(from, to, pairs);
  matchSubtrees(from, to, pairs);
  return pairs;
}

class Pairs {
  readonly toOf = new Map<PlacedNode, PlacedNode>();
  readonly fromOf = new Map<PlacedNode, PlacedNode>();

  add(from: PlacedNode, to: PlacedNode): void {
    this.toOf.set(from, to);
    this.fromOf.set(to, from);
  }
}

/** In the order of the document, so that a pair's children are paired after it. */
function matchSiblings(from: readonly PlacedNode[], to: readonly PlacedNode[], pairs: Pairs): void {
  const numbers = new Map(from.map((placed, index) => [placed, index]));
  const left = new Waiting();
  for (const placed of from) {
    if (pairs.toOf.has(placed) || placed.parent === undefined) continue;
    left.add(siblingKey(numbers.get(placed.parent), placed), placed);
  }
  for (const placed of to) {
    const parent = placed.parent && pairs.fromOf.get(placed.parent);
    if (parent === undefined || pairs.fromOf.has(placed)) continue;
    const same = left.next(siblingKey(numbers.get(parent), placed), pairs);
    if (same !== undefined) pairs.add(same, placed);
  }
}

function siblingKey(parent: number | undefined, { node }: PlacedNode): string {
  return `${parent} ${node.type} ${node.name}`;
}

/** The largest first, which come before what is in them. */
function matchSubtrees(from: readonly PlacedNode[], to: readonly PlacedNode[], pairs: Pairs): void {
  const removed = from.filter((placed) => !pairs.toOf.has(placed));
  const added = to.filter((placed) => !pairs.fromOf.has(placed));
  if (removed.length === 0 || added.length === 0) return;
  const digests = subtreeDigests([removed, added]);
  const left = new Waiting();
  for (const placed of removed) left.add(digests.get(placed) ?? "", placed);
  for (const placed of added) {
    if (pairs.fromOf.has(placed)) continue;
    const same = left.next(digests.get(placed) ?? "", pairs);
    if (same !== undefined) pairWithin(same, placed, pairs);
  }
}

/** Two subtrees of one shape, node by node. */
function pairWithin(from: PlacedNode, to: PlacedNode, pairs: Pairs): void {
  const stack: [PlacedNode, PlacedNode][] = [[from, to]];
  for (let pair = stack.pop(); pair !== undefined; pair = stack.pop()) {
    const [one, other] = pair;
    if (!pairs.toOf.has(one) && !pairs.fromOf.has(other)) pairs.add(one, other);
    for (const [index, child] of one.children.entries()) {
      const same = other.children[index];
      if (same !== undefined) stack.push([child, same]);
    }
  }
}

/** Nodes that wait for their like, in their order, by what makes them alike. */
class Waiting {
  readonly #queues = new Map<string, { readonly nodes: PlacedNode[]; next: number }>();

  add(key: string, placed: PlacedNode): void {
    const queue = this.#queues.get(key);
    if (queue === undefined) this.#queues.set(key, { nodes: [placed], next: 0 });
    else queue.nodes.push(placed);
  }

  next(key: string, pairs: Pairs): PlacedNode | undefined {
    const queue = this.#queues.get(key);
    while (queue !== undefined && queue.next < queue.nodes.length) {
      const placed = queue.nodes[queue.next];
      queue.next += 1;
      if (placed !== undefined && !pairs.toOf.has(placed)) return placed;
    }
    return undefined;
  }
}
