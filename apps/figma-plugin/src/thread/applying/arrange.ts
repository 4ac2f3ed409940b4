import type { OperationOf } from "@drawbridge/figma/operations";
import type {
  BaseStyle,
  SceneNode,
  Variable,
  VariableCollection,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { applyProps } from "./apply-props.ts";
import type { Parent, Stage } from "./stage.ts";

/** @throws Problem where moving a node away would leave its group empty, which Figma then removes for good */
function assertNotLast(nodes: readonly SceneNode[]): void {
  for (const { parent } of nodes) {
    if (!parent || (parent.type !== "GROUP" && parent.type !== "BOOLEAN_OPERATION")) continue;
    if (parent.children.some((child) => !nodes.includes(child as SceneNode))) continue;
    throw new Problem("invalid", `${parent.id} would be left empty, and Figma removes empty groups`, {
      rule: "a group keeps at least one layer",
      mend: `Move or remove the group ${parent.id} itself.`,
    });
  }
}

export async function clone(stage: Stage, operation: OperationOf<"clone">): Promise<void> {
  const original = stage.scene(operation.node);
  const copy = stage.made(original.clone(), operation.ref);
  if ("findAll" in copy) stage.alsoMade(copy.findAll().map(({ id }) => id));
  const parent = operation.parent === undefined ? parentOf(original) : stage.parent(operation.parent);
  if (operation.index !== undefined) parent.insertChild(Math.min(operation.index, parent.children.length), copy);
  else if (copy.parent !== parent) parent.appendChild(copy);
  if (operation.props) await applyProps(stage, copy, operation.props);
}

function parentOf(node: SceneNode): Parent {
  const { parent } = node;
  if (parent && "appendChild" in parent && parent.type !== "DOCUMENT") return parent as Parent;
  throw new Problem("invalid", `${node.id} is in no parent that can hold a copy`);
}

export function move(stage: Stage, operation: OperationOf<"move">): void {
  const node = stage.scene(operation.node);
  const parent = operation.parent === undefined ? parentOf(node) : stage.parent(operation.parent);
  const { x, y, to } = operation;
  if (parent !== node.parent) assertNotLast([node]);
  stage.place(node);
  if (parent !== node.parent || operation.index !== undefined || to !== undefined) {
    const count = parent.children.length;
    const index = to === "BACK" ? 0 : (operation.index ?? count);
    // Among its own siblings Figma counts the node itself.
    const present = node.parent === parent ? parent.children.indexOf(node) : -1;
    parent.insertChild(Math.min(present >= 0 && present < index ? index + 1 : index, count), node);
  }
  if (x !== undefined) node.x = x;
  if (y !== undefined) node.y = y;
}

export function reorder(stage: Stage, operation: OperationOf<"reorder">): void {
  const parent = stage.parent(operation.node);
  const wanted = operation.children.map((name) => stage.scene(name));
  const stray = wanted.find((node) => node.parent !== parent);
  if (stray) throw new Problem("invalid", `${stray.id} is no child of ${parent.id}`, { mend: "Move it there first." });
  for (const node of wanted) {
    stage.place(node);
    parent.appendChild(node);
  }
}

function nodesOf(stage: Stage, names: readonly string[]): [SceneNode, ...SceneNode[]] {
  const nodes = [...new Set(names.map((name) => stage.scene(name)))];
  const [first] = nodes;
  if (!first) throw new Problem("invalid", "No nodes are named");
  return [first, ...nodes.slice(1)];
}

/** Records where nodes stand that are about to become children of something new, from the front to the back. */
function recordPlaces(stage: Stage, nodes: readonly SceneNode[]): void {
  const order = (node: SceneNode) => node.parent?.children.indexOf(node as never) ?? 0;
  // The way back starts with the last: each then finds the siblings that stood behind it in their places.
  for (const node of [...nodes].sort((one, other) => order(other) - order(one))) stage.place(node);
}

export function group(stage: Stage, operation: OperationOf<"group">): void {
  const nodes = nodesOf(stage, operation.nodes);
  assertNotLast(nodes);
  recordPlaces(stage, nodes);
  const whole = stage.host.group(nodes, parentOf(nodes[0]));
  gathered(stage, whole, operation);
}

/** What holds nodes that were there before is gone by itself once they are put back. */
function gathered(
  stage: Stage,
  whole: SceneNode,
  { ref, name }: { ref?: string | undefined; name?: string | undefined },
): void {
  if (name !== undefined) whole.name = name;
  stage.name(whole, ref);
  stage.alsoMade([whole.id]);
  stage.log.created(whole.id, whole.name, whole.type);
}

export function boolean(stage: Stage, operation: OperationOf<"boolean">): void {
  const nodes = nodesOf(stage, operation.nodes);
  if (nodes.length < 2) throw new Problem("invalid", "A boolean operation needs two nodes or more");
  assertNotLast(nodes);
  recordPlaces(stage, nodes);
  const { host } = stage;
  const parent = parentOf(nodes[0]);
  const combine = {
    UNION: () => host.union(nodes, parent),
    SUBTRACT: () => host.subtract(nodes, parent),
    INTERSECT: () => host.intersect(nodes, parent),
    EXCLUDE: () => host.exclude(nodes, parent),
  }[operation.operation];
  gathered(stage, combine(), operation);
}

/** Flattens copies, and puts the originals aside: they are needed on the way back. */
export function flatten(stage: Stage, operation: OperationOf<"flatten">): void {
  const nodes = nodesOf(stage, operation.nodes);
  const parent = parentOf(nodes[0]);
  const index = parent.children.indexOf(nodes[0] as never);
  const copies = nodes.map((node) => {
    const copy = node.clone();
    // Where flattening fails, they go with the rest of the plan; flattened, they are gone.
    stage.journal.push({ do: "remove", kind: "node", id: copy.id });
    parentOf(node).insertChild(parentOf(node).children.indexOf(node as never), copy);
    return copy;
  });
  const whole = stage.host.flatten(copies, parent, Math.min(index, parent.children.length));
  stage.made(whole, operation.ref);
  if (operation.name !== undefined) whole.name = operation.name;
  for (const node of nodes) putAside(stage, node);
}

/**
 * Takes a node out of sight; it is removed for good when the plan is done. Until then the way back finds it as it was, with the same id, which
 * nothing that Figma's API removes can have again.
 */
export function putAside(stage: Stage, node: SceneNode): void {
  stage.log.removed(node);
  if (stage.isOwn(node) && !holdsOthers(stage, node)) {
    node.remove();
    return;
  }
  const { parent } = node;
  const lonely =
    parent && (parent.type === "GROUP" || parent.type === "BOOLEAN_OPERATION") && parent.children.length === 1;
  // The last layer of a group takes the group with it.
  const gone = lonely ? (parent as SceneNode) : node;
  // The shelf is made first, so that it is taken away last.
  const shelf = stage.aside();
  stage.place(gone, true);
  shelf.appendChild(gone);
}

function holdsOthers(stage: Stage, node: SceneNode): boolean {
  return "findAll" in node && node.type !== "INSTANCE" && node.findAll((below) => !stage.isOwn(below)).length > 0;
}

export function remove(stage: Stage, operation: OperationOf<"remove">): void {
  for (const name of operation.nodes) {
    if (/^(VariableID|VariableCollectionId|S):/.test(name)) removeEntity(stage, name);
    else putAside(stage, stage.scene(name));
  }
}

/** Variables and styles cannot be put aside: they go at the very end, when nothing can fail any more. */
function removeEntity(stage: Stage, id: string): void {
  if (stage.goes(id)) return;
  const kind = id.startsWith("VariableID") ? "variable" : id.startsWith("S:") ? "style" : "collection";
  const entity = stage.entity<Variable | VariableCollection | BaseStyle>(kind, id);
  stage.log.changed(entity, "removed", false, kind.toUpperCase());
  // A collection takes its variables with it.
  stage.removeAtLast([id, ...("variableIds" in entity ? entity.variableIds : [])], () => entity.remove());
}
