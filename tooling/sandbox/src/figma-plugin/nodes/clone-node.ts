import { shadow } from "../components/sync-instances.ts";
import type { NodeRecord } from "../file/node-record.ts";
import { placeNode } from "../file/place-node.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";

const structural = new Set(["parent", "children", "removed", "source", "pluginData", "derived"]);

/** A copy of a node and all below it, beside it. The copy of a sublayer is a node of its own, a copy of a component a component. */
export function cloneNode(file: SimulatedFile, node: NodeRecord, parent: NodeRecord): NodeRecord {
  file.settle();
  const copy = file.create(node.type);
  placeNode(file, copy, parent);
  if (node.type === "INSTANCE" && node.source) {
    file.write(copy, "source", node.source);
    file.instances.add(copy);
    copyValues(file, node, copy, false);
    cloneSublayers(file, node, copy);
    return copy;
  }
  copyValues(file, node, copy, node.insideInstance);
  for (const child of node.children) cloneNode(file, child, copy);
  return copy;
}

/** @param inherited whether what is read from the source is copied too, since the copy has none */
function copyValues(file: SimulatedFile, node: NodeRecord, copy: NodeRecord, inherited: boolean): void {
  const holders = [node];
  for (let source = node.source; inherited && source; source = source.source) holders.push(source);
  for (const holder of holders.reverse()) {
    for (const [key, value] of Object.entries(holder.values)) if (!structural.has(key)) file.write(copy, key, value);
  }
}

function cloneSublayers(file: SimulatedFile, node: NodeRecord, copy: NodeRecord): void {
  for (const child of node.children) {
    const twin = shadow(file, copy, child.source ?? child);
    copyValues(file, child, twin, false);
    cloneSublayers(file, child, twin);
  }
}
