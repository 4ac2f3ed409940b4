import type { NodeRecord } from "../file/node-record.ts";
import { placeNode } from "../file/place-node.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";

/**
 * Brings the sublayers of instances into step with components whose children changed. What is only restyled needs nothing: sublayers read it from
 * their source. Returns the nodes whose children changed.
 */
export function syncInstances(file: SimulatedFile, dirty: readonly NodeRecord[]): readonly NodeRecord[] {
  const touched = new Set<NodeRecord>();
  for (const node of dirty) {
    for (const one of [node, ...node.ancestors()]) if (one.type === "COMPONENT") touched.add(one);
  }
  if (touched.size === 0) return [];
  const changed: NodeRecord[] = [];
  for (const instance of file.instances) {
    const { source } = instance;
    if (!source || !touched.has(source) || instance.removed || source.removed) continue;
    syncChildren(file, instance, source, changed);
    for (const one of instance.subtree()) changed.push(one);
  }
  return changed;
}

/** Makes children of the one for children of the other that it lacks, and removes those whose source is gone. */
export function syncChildren(file: SimulatedFile, node: NodeRecord, source: NodeRecord, changed: NodeRecord[] = []) {
  const known = new Map(node.children.map((child) => [child.source, child]));
  const children = source.children.map((original) => known.get(original) ?? shadow(file, node, original));
  if (!sameNodes(children, node.children)) {
    for (const child of node.children) if (!children.includes(child)) file.write(child, "removed", true);
    for (const child of children) if (child.parent !== node) placeNode(file, child, node);
    file.write(node, "children", children);
    changed.push(node);
  }
  // A nested instance follows what it shows, which may have been swapped; other sublayers their counterparts.
  for (const child of children) if (child.source) syncChildren(file, child, child.source, changed);
}

function sameNodes(one: readonly NodeRecord[], other: readonly NodeRecord[]): boolean {
  return one.length === other.length && one.every((node, i) => node === other[i]);
}

/** A sublayer that follows a node of the main component, with the id that Figma gives such. */
export function shadow(file: SimulatedFile, parent: NodeRecord, original: NodeRecord): NodeRecord {
  const holder = parent.id.startsWith("I") ? parent.id.slice(1) : undefined;
  const outer = holder ?? nearestInstance(parent).id;
  const inside = holder && parent.type !== "INSTANCE" ? outer.slice(0, outer.lastIndexOf(";")) : outer;
  const last = original.id.startsWith("I") ? original.id.slice(original.id.lastIndexOf(";") + 1) : original.id;
  const id = `I${inside};${last}`;
  const known = file.nodes.get(id);
  const node = known?.removed ? known : file.create(original.type, known ? file.nextId() : id);
  if (known?.removed) file.write(known, "removed", false);
  file.write(node, "source", original);
  if (node.type === "INSTANCE") file.instances.add(node);
  placeNode(file, node, parent);
  return node;
}

function nearestInstance(node: NodeRecord): NodeRecord {
  if (node.type === "INSTANCE") return node;
  for (const ancestor of node.ancestors()) if (ancestor.type === "INSTANCE") return ancestor;
  return node;
}
