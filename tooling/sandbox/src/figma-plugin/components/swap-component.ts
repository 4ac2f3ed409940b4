import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import type { Session } from "../nodes/session.ts";
import { nameFor } from "./create-instance.ts";
import { applyProperties } from "./instance-members.ts";
import { syncChildren } from "./sync-instances.ts";

/** What follows from where a sublayer stands; the rest of what it has of its own is an override. */
const structural = new Set(["parent", "children", "removed", "source", "x", "y", "width", "height", "derived"]);

/** Shows another component. Overrides are kept where the new one has a layer of the same name and type in the same place. */
export function swap(session: Session, instance: NodeRecord, component: NodeRecord): void {
  if (component.type !== "COMPONENT" || component.removed) throw new Error("Can only swap to a component that exists");
  const { file } = session;
  if (instance.source === component) return;
  const overrides = new Map<string, Record<string, unknown>>();
  gather(instance, "", overrides);
  const former = instance.source;
  if (former && instance.get("name") === nameFor(former)) file.write(instance, "name", nameFor(component));
  for (const key of ["width", "height"]) file.write(instance, key, undefined);
  for (const child of instance.children) for (const below of child.subtree()) file.write(below, "removed", true);
  file.write(instance, "children", []);
  file.write(instance, "source", component);
  syncChildren(file, instance, component);
  restore(file, instance, "", overrides);
  applyProperties(session, instance);
}

function keyOf(path: string, node: NodeRecord): string {
  return `${path}/${node.type}:${node.get("name")}`;
}

function gather(node: NodeRecord, path: string, overrides: Map<string, Record<string, unknown>>): void {
  for (const child of node.children) {
    const key = keyOf(path, child);
    const own = Object.entries(child.values).filter(([name, value]) => !structural.has(name) && value !== undefined);
    if (own.length > 0) overrides.set(key, Object.fromEntries(own));
    gather(child, key, overrides);
  }
}

function restore(
  file: SimulatedFile,
  node: NodeRecord,
  path: string,
  overrides: ReadonlyMap<string, Record<string, unknown>>,
): void {
  for (const child of node.children) {
    const key = keyOf(path, child);
    for (const name of Object.keys(child.values)) if (!structural.has(name)) file.write(child, name, undefined);
    for (const [name, value] of Object.entries(overrides.get(key) ?? {})) file.write(child, name, value);
    restore(file, child, key, overrides);
  }
}
