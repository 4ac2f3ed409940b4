import type { BaseNode, PluginAPI } from "@figma/plugin-typings/plugin-api-standalone.js";
import { nodeOutline } from "../exporting/node-outline.ts";
import type { NodeRecord } from "../file/node-record.ts";
import { placeNode, removeEmptied, removeNode } from "../file/place-node.ts";
import { absoluteMatrix, around, boundsUnder, boxOf, isGroup } from "../layout/boxes.ts";
import { assertMayHold } from "../nodes/assert-may-hold.ts";
import { frozen } from "../nodes/frozen.ts";
import { entityOf } from "../nodes/make-prototype.ts";
import type { Session } from "../nodes/session.ts";
import { paintsOf } from "../styles/worn.ts";
import { beginNode } from "./create-nodes.ts";

type Combines = "group" | "flatten" | "union" | "subtract" | "intersect" | "exclude" | "combineAsVariants" | "ungroup";

/** Where in the page the frame stands whose coordinates a parent's children have. */
function originOf(parent: NodeRecord): { x: number; y: number } {
  let frame: NodeRecord | null = parent;
  while (frame && isGroup(frame)) frame = frame.parent;
  if (!frame || frame.type === "PAGE") return { x: 0, y: 0 };
  const [[, , x], [, , y]] = absoluteMatrix(frame);
  return { x, y };
}

/** Moves a node into another and leaves it where it is on the canvas. */
function adopt(session: Session, node: NodeRecord, parent: NodeRecord): void {
  const { file } = session;
  const former = node.parent;
  const [[, , x], [, , y]] = absoluteMatrix(node);
  placeNode(file, node, parent);
  const origin = originOf(parent);
  if (!isGroup(node)) {
    file.write(node, "x", x - origin.x);
    file.write(node, "y", y - origin.y);
  }
  if (former !== parent) removeEmptied(file, former);
}

/** The methods that make one node of several. */
export function combineNodes(session: Session): Pick<PluginAPI, Combines> {
  const { file } = session;
  const taken = (nodes: readonly BaseNode[], name: string): NodeRecord[] => {
    session.assertOpen();
    if (nodes.length === 0) throw new Error(`in ${name}: First argument must be an array of at least one node`);
    file.settle();
    const records = nodes.map((node) => entityOf<NodeRecord>(node));
    const gone = records.find((node) => node.removed);
    if (gone) throw new Error(`in ${name}: The node with id "${gone.id}" does not exist`);
    // The order in which they lie on the canvas, not the one in which they were named.
    return records.sort((one, other) => orderOf(one) - orderOf(other));
  };
  const gather = (
    type: "GROUP" | "BOOLEAN_OPERATION",
    name: string,
    nodes: readonly BaseNode[],
    at: BaseNode,
    index?: number,
  ) => {
    const records = taken(nodes, name);
    const parent = entityOf<NodeRecord>(at);
    for (const node of records) assertMayHold(parent, node, session);
    const whole = beginNode(session, type);
    file.write(whole, "name", type === "GROUP" ? "Group" : name[0]?.toUpperCase() + name.slice(1));
    const before = parent.children
      .slice(0, index)
      .filter((child) => !records.includes(child) && child !== whole).length;
    placeNode(file, whole, parent);
    for (const node of records) adopt(session, node, whole);
    const rest = parent.children.filter((child) => child !== whole);
    placeNode(file, whole, parent, index === undefined ? rest.length : Math.min(before, rest.length));
    file.settle();
    return whole;
  };
  const combine = (operation: string, name: string) => (nodes: readonly BaseNode[], at: BaseNode, index?: number) => {
    const whole = gather("BOOLEAN_OPERATION", name, nodes, at, index);
    const top = whole.children.at(-1);
    file.write(whole, "booleanOperation", operation);
    if (top) file.write(whole, "fills", paintsOf(file, top, "fills"));
    return session.handle<never>(whole);
  };
  return {
    group: (nodes, at, index) => session.handle(gather("GROUP", "group", nodes, at, index)),
    union: combine("UNION", "union"),
    subtract: combine("SUBTRACT", "subtract"),
    intersect: combine("INTERSECT", "intersect"),
    exclude: combine("EXCLUDE", "exclude"),
    ungroup(node) {
      const group = entityOf<NodeRecord>(node);
      const { parent, children } = group;
      if (!parent || group.type !== "GROUP") throw new Error("in ungroup: Not a group");
      const index = parent.children.indexOf(group);
      for (const [i, child] of children.entries()) placeNode(file, child, parent, index + i);
      removeNode(file, group);
      return children.map((child) => session.handle<never>(child));
    },
    flatten: (nodes, at, index) => session.handle(flattened(session, taken(nodes, "flatten"), at, index)),
    combineAsVariants(nodes, at, index) {
      const records = taken(nodes, "combineAsVariants");
      const other = records.find((node) => node.type !== "COMPONENT");
      if (other) throw new Error("in combineAsVariants: Only components can be combined as variants");
      const parent = entityOf<NodeRecord>(at);
      const box = around(records.map((node) => boundsUnder(absoluteMatrix(node), boxOf(node))));
      const whole = beginNode(session, "COMPONENT_SET");
      const origin = originOf(parent);
      const { x, y, width, height } = box ?? { x: 0, y: 0, width: 100, height: 100 };
      placeNode(file, whole, parent, index);
      const values = { name: records[0]?.get("name"), x: x - origin.x, y: y - origin.y, width, height };
      for (const [key, value] of Object.entries(values)) file.write(whole, key, value);
      for (const node of records) adopt(session, node, whole);
      return session.handle(whole);
    },
  };
}

/** One vector with the outlines of nodes, in the paints of the first. */
function flattened(session: Session, records: readonly NodeRecord[], at?: BaseNode, index?: number): NodeRecord {
  const { file } = session;
  const [first] = records;
  const parent = at ? entityOf<NodeRecord>(at) : (first?.parent ?? session.currentPage);
  if (records.some((node) => node.insideInstance))
    throw new Error("in flatten: Cannot flatten a node inside of an instance");
  const whole = beginNode(session, "VECTOR");
  const box = around(records.map((node) => boundsUnder(absoluteMatrix(node), boxOf(node))));
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 1, height: 1 };
  const origin = originOf(parent);
  const outlines = records.flatMap((node) => nodeOutline(node, x, y));
  const values = {
    name: first?.get("name") ?? "Vector",
    x: x - origin.x,
    y: y - origin.y,
    width: Math.max(width, 0.01),
    height: Math.max(height, 0.01),
    fills: first ? paintsOf(file, first, "fills") : [],
    strokes: first ? paintsOf(file, first, "strokes") : [],
    vectorPaths: frozen(outlines.map((data) => ({ windingRule: "NONZERO", data }))),
  };
  for (const [key, value] of Object.entries(values)) file.write(whole, key, value);
  for (const node of records) if (!node.removed) removeNode(file, node);
  placeNode(file, whole, parent, index === undefined ? undefined : Math.min(index, parent.children.length));
  return whole;
}

/** Where a node comes when the document is walked, as far as its siblings and their ancestors tell. */
function orderOf(node: NodeRecord): number {
  return node.parent?.children.indexOf(node) ?? 0;
}
