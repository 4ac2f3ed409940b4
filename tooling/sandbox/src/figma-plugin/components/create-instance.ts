import type { NodeRecord } from "../file/node-record.ts";
import { placeNode } from "../file/place-node.ts";
import type { Session } from "../nodes/session.ts";
import { syncChildren } from "./sync-instances.ts";

/** An instance of a component, on the current page. */
export function createInstance(session: Session, component: NodeRecord): NodeRecord {
  const { file } = session;
  file.settle();
  const node = file.create("INSTANCE");
  file.write(node, "source", component);
  file.write(node, "name", nameFor(component));
  file.write(node, "x", 0);
  file.write(node, "y", 0);
  file.instances.add(node);
  placeNode(file, node, session.currentPage);
  syncChildren(file, node, component);
  return node;
}

export function nameFor(component: NodeRecord): string {
  const named = component.parent?.type === "COMPONENT_SET" ? component.parent : component;
  return (named.get("name") as string | undefined) ?? "";
}

/** The component that an instance shows, however deep it stands in other instances. */
export function mainComponent(instance: NodeRecord): NodeRecord | undefined {
  let node = instance.source;
  while (node && node.type !== "COMPONENT") node = node.source;
  return node;
}
