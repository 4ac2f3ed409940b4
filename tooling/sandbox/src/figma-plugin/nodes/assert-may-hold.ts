import type { NodeRecord } from "../file/node-record.ts";
import { isAutoLayout } from "./rules.ts";
import type { Session } from "./session.ts";

/** @throws where a node may not become the child of another, with what forbids it */
export function assertMayHold(parent: NodeRecord, node: NodeRecord, session: Session): void {
  if (parent.type === "DOCUMENT" || node.type === "PAGE" || node.type === "DOCUMENT") {
    if (parent.type === "DOCUMENT" && node.type === "PAGE") return;
    throw new Error(`Cannot move node. A ${node.type} cannot be a child of a ${parent.type}`);
  }
  if (parent.type === "INSTANCE" || parent.insideInstance) {
    throw new Error("Cannot move node. New parent is an instance or is inside of an instance");
  }
  if (node.insideInstance) throw new Error("Cannot move node. Node is inside of an instance");
  if (node === parent || [...parent.ancestors()].includes(node)) {
    throw new Error("Cannot move node. New parent is the node itself or one of its descendants");
  }
  assertKinds(parent, node);
  if (session.user === "plugin" && parent.page && !session.pages.has(parent.page)) {
    throw new Error("Cannot move node. The page of the new parent is not loaded: call await page.loadAsync() first");
  }
}

function assertKinds(parent: NodeRecord, node: NodeRecord): void {
  const above = [parent, ...parent.ancestors()];
  if (node.type === "SECTION" && parent.type !== "PAGE" && parent.type !== "SECTION") {
    throw new Error("Cannot move node. A section can only be a child of a page or another section");
  }
  if (parent.type === "COMPONENT_SET" && node.type !== "COMPONENT") {
    throw new Error("Cannot move node. A component set can only hold components");
  }
  const component = above.find(({ type }) => type === "COMPONENT");
  if (!component) return;
  for (const below of node.subtree()) {
    if (below.type === "COMPONENT" || below.type === "COMPONENT_SET") {
      throw new Error("Cannot move node. A component cannot be inside of a component");
    }
    if (below.type === "INSTANCE" && below.source === component) {
      throw new Error("Cannot move node. Reparenting would create a component cycle");
    }
  }
}

/** @throws where a size is to fill a parent that lays out nothing, or hug children that it does not lay out */
export function assertSizing(node: NodeRecord, sizing: string): void {
  if (sizing === "FILL" && !isAutoLayout(node.parent)) {
    throw new Error("FILL can only be set on children of auto-layout frames");
  }
  if (sizing === "HUG" && !isAutoLayout(node) && node.type !== "TEXT") {
    throw new Error("HUG can only be set on auto-layout frames and text children of auto-layout frames");
  }
  if (sizing === "HUG" && node.type === "TEXT" && !isAutoLayout(node.parent)) {
    throw new Error("HUG can only be set on auto-layout frames and text children of auto-layout frames");
  }
}
