import { syncInstances } from "../components/sync-instances.ts";
import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { isAutoLayout } from "../nodes/rules.ts";
import { around, boundsUnder, boxOf, isGroup, relativeMatrix } from "./boxes.ts";
import { derive, forgetDerived } from "./derive.ts";
import { layFrame } from "./lay-frame.ts";
import { sizeText } from "./size-text.ts";

/** Lays out what changed, deepest first, and then each ancestor whose own size or arrangement that changes. */
export function flushLayout(file: SimulatedFile, changed: readonly NodeRecord[]): void {
  const queue = new Map<number, Set<NodeRecord>>();
  const add = (node: NodeRecord) => {
    const depth = [...node.ancestors()].length;
    const level = queue.get(depth) ?? new Set();
    queue.set(depth, level.add(node));
  };
  for (const node of changed) if (!node.removed) add(node);
  for (const node of syncInstances(file, changed)) {
    forgetDerived(file, node);
    add(node);
  }
  for (let depth = Math.max(-1, ...queue.keys()); depth >= 0; depth--) {
    for (const node of queue.get(depth) ?? []) {
      if (node.removed) continue;
      layOne(file, node);
      const { parent } = node;
      if (parent && (isAutoLayout(parent) || isGroup(parent))) add(parent);
    }
  }
}

function layOne(file: SimulatedFile, node: NodeRecord): void {
  if (node.type === "TEXT") sizeText(file, node);
  else if (isGroup(node)) boundGroup(file, node);
  else if (isAutoLayout(node)) layFrame(file, node);
}

/** A group is as large as what it holds. */
function boundGroup(file: SimulatedFile, group: NodeRecord): void {
  const box = around(group.children.map((child) => boundsUnder(relativeMatrix(child), boxOf(child))));
  if (!box) return;
  for (const key of ["x", "y", "width", "height"] as const) derive(file, group, key, box[key]);
}
