import type {
  BaseNode,
  ComponentNode,
  InstanceNode,
  SceneNode,
  TextSublayerNode,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import { lettersPart, restoreLetters } from "../applying/letters.ts";
import type { Host } from "../host.ts";
import { wordsOf } from "../problem.ts";
import { restoreGeometry } from "./geometry-of.ts";
import type { Kind, Step } from "./step.ts";

type ChildrenHolder = BaseNode & { insertChild(index: number, child: SceneNode): void; children: readonly SceneNode[] };

/** Goes the way back, last step first. What fails is told and does not stop the rest. Returns what could not be taken back. */
export async function invert(host: Host, steps: readonly Step[]): Promise<string[]> {
  const problems: string[] = [];
  for (const step of [...steps].reverse()) {
    try {
      await takeBack(host, step);
    } catch (error) {
      problems.push(`${step.do} ${"id" in step ? step.id : ""}: ${wordsOf(error)}`);
    }
  }
  return problems;
}

async function find(host: Host, kind: Kind, id: string): Promise<object | null> {
  if (kind === "node") return host.getNodeByIdAsync(id);
  if (kind === "variable") return host.variables.getVariableByIdAsync(id);
  return kind === "collection" ? host.variables.getVariableCollectionByIdAsync(id) : host.getStyleByIdAsync(id);
}

/** Undoes one thing. A node that is gone, because somebody removed it meanwhile, has nothing to be undone. */
async function takeBack(host: Host, step: Step): Promise<void> {
  if (step.do === "value" || step.do === "rename mode" || step.do === "remove mode")
    return takeBackVariable(host, step);
  const kind = "kind" in step ? step.kind : "node";
  const found = await find(host, kind, step.id);
  if (!found) return;
  if (step.do === "remove") {
    // A group or boolean that its children have left is gone already.
    (found as BaseNode).remove();
    return;
  }
  if (step.do === "set") {
    Reflect.set(found, step.key, step.value);
    return;
  }
  await takeBackNode(host, found as SceneNode, step);
}

async function takeBackVariable(
  host: Host,
  step: Extract<Step, { do: "value" | "rename mode" | "remove mode" }>,
): Promise<void> {
  if (step.do === "value") {
    const variable = await host.variables.getVariableByIdAsync(step.variable);
    variable?.setValueForMode(step.mode, step.value);
    return;
  }
  const collection = await host.variables.getVariableCollectionByIdAsync(step.collection);
  if (step.do === "rename mode") collection?.renameMode(step.mode, step.name);
  else collection?.removeMode(step.mode);
}

type NodeStep = Exclude<Step, { do: "value" | "rename mode" | "remove mode" | "remove" | "set" }>;

async function takeBackNode(host: Host, node: SceneNode, step: NodeStep): Promise<void> {
  switch (step.do) {
    case "geometry":
      restoreGeometry(node, step.geometry);
      return;
    case "place": {
      const parent = (await host.getNodeByIdAsync(step.parent)) as ChildrenHolder | null;
      if (!parent) throw new Error("its parent is gone");
      place(parent, node, step.index);
      restoreGeometry(node, step.geometry);
      return;
    }
    case "ungroup":
      if ("children" in node && node.type === "GROUP") host.ungroup(node);
      return;
    case "range fills":
      if (node.type === "TEXT") node.setRangeFills(step.start, step.end, [...step.fills]);
      return;
    case "cell":
      if ("setGridChildPosition" in node) node.setGridChildPosition(step.row, step.column);
      return;
    case "letters":
      await restoreLetters(host, lettersPart(node, step.cell) as TextSublayerNode, step);
      return;
    default:
      await takeBackLook(host, node, step);
  }
}

/** Puts a node where it was among the children, whether or not it is one of them now. */
function place(parent: ChildrenHolder, node: SceneNode, index: number): void {
  const present = parent.children.indexOf(node);
  const at = present >= 0 && present < index ? index + 1 : index;
  parent.insertChild(Math.min(at, parent.children.length), node);
}

type LookStep = Exclude<NodeStep, { do: "geometry" | "place" | "ungroup" | "cell" | "letters" | "range fills" }>;

async function takeBackLook(host: Host, node: SceneNode, step: LookStep): Promise<void> {
  const held = node as SceneNode & Omit<InstanceNode, "type"> & Omit<ComponentNode, "type">;
  switch (step.do) {
    case "bind": {
      const variable = step.variable ? await host.variables.getVariableByIdAsync(step.variable) : null;
      held.setBoundVariable(step.field as "width", variable);
      return;
    }
    case "style":
      await (held as unknown as Record<string, (id: string) => Promise<void>>)[`set${step.of}StyleIdAsync`]?.(
        step.style,
      );
      return;
    case "mode": {
      const collection = await host.variables.getVariableCollectionByIdAsync(step.collection);
      if (!collection) return;
      if (step.mode === null) held.clearExplicitVariableModeForCollection(collection);
      else held.setExplicitVariableModeForCollection(collection, step.mode);
      return;
    }
    case "swap": {
      const component = await host.getNodeByIdAsync(step.component);
      if (component?.type === "COMPONENT") held.swapComponent(component);
      return;
    }
    case "properties":
      held.setProperties({ ...step.properties });
      return;
    case "delete property":
      held.deleteComponentProperty(step.name);
      return;
    case "edit property":
      held.editComponentProperty(step.name, { name: step.rename, defaultValue: step.value });
      return;
    case "reactions":
      await held.setReactionsAsync([...step.reactions]);
      return;
    case "annotations":
      held.annotations = step.annotations;
  }
}
