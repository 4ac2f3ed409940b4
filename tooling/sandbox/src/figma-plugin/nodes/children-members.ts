import type { BaseNode, ChildrenMixin, SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { placeNode, removeEmptied } from "../file/place-node.ts";
import { assertMayHold } from "./assert-may-hold.ts";
import { entityOf } from "./make-prototype.ts";
import { type Members, told } from "./members.ts";
import type { Session } from "./session.ts";

export const withChildren: Members<
  NodeRecord,
  Omit<ChildrenMixin, "findAllWithCriteria" | "findWidgetNodesByWidgetId">
> = {
  children: told((node, session) => Object.freeze(node.children.map((child) => session.handle<SceneNode>(child)))),
  appendChild: (node, session, child) => put(node, session, child),
  insertChild: (node, session, index, child) => put(node, session, child, index),
  findChildren: (node, session, callback) =>
    node.children.map((child) => session.handle<SceneNode>(child)).filter(callback ?? (() => true)),
  findChild: (node, session, callback) =>
    node.children.map((child) => session.handle<SceneNode>(child)).find(callback) ?? null,
  findAll: (node, session, callback) => [...below(node, session)].filter(callback ?? (() => true)),
  findOne(node, session, callback) {
    for (const one of below(node, session)) if (callback(one)) return one;
    return null;
  },
};

function* below(node: NodeRecord, session: Session): Generator<SceneNode> {
  for (const child of node.children) for (const one of child.subtree()) yield session.handle<SceneNode>(one);
}

/** Moves a node here. Its x and y stay as they are, which moves it on the canvas, as in Figma. */
function put(parent: NodeRecord, session: Session, handle: BaseNode, index?: number): void {
  const node = entityOf<NodeRecord>(handle);
  if (node.removed) throw new Error(`The node with id "${node.id}" does not exist`);
  assertMayHold(parent, node, session);
  const former = node.parent;
  const count = parent.children.length;
  if (index !== undefined && (!Number.isInteger(index) || index < 0 || index > count)) {
    throw new Error(`Index ${index} is out of bounds: the parent has ${count} children`);
  }
  // Among its own siblings a node is first taken out, which moves those after it.
  const at = index !== undefined && former === parent && parent.children.indexOf(node) < index ? index - 1 : index;
  placeNode(session.file, node, parent, at);
  if (former !== parent) removeEmptied(session.file, former);
}
