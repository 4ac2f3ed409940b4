import type { OperationOf } from "@drawbridge/figma/operations";
import type {
  ComponentNode,
  ComponentSetNode,
  InstanceNode,
  SceneNode,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { findComponent } from "./create.ts";
import type { Stage } from "./stage.ts";

type Definer = ComponentNode | ComponentSetNode;

/** Adds, changes or deletes a property of a component. */
export function componentProperty(stage: Stage, operation: OperationOf<"component_property">): void {
  const component = stage.node(operation.component);
  if (component.type !== "COMPONENT" && component.type !== "COMPONENT_SET") {
    throw new Problem("invalid", `${operation.component} is a ${component.type}, not a component`);
  }
  const target =
    component.type === "COMPONENT" && component.parent?.type === "COMPONENT_SET" ? component.parent : component;
  const key = operation.type ? add(stage, target, operation) : change(stage, target, operation);
  if (key === undefined) return;
  for (const name of operation.layers ?? []) refer(stage, target, stage.scene(name), key);
}

function add(stage: Stage, target: Definer, { name, type, default: given }: OperationOf<"component_property">): string {
  const value = given ?? (type === "BOOLEAN" ? true : undefined);
  if (value === undefined || type === undefined)
    throw new Problem("invalid", `A property of type ${type} needs a default`);
  logDefinitions(stage, target);
  const standard = type === "INSTANCE_SWAP" && typeof value === "string" ? stage.node(value).id : value;
  const key = target.addComponentProperty(name, type, standard);
  stage.back(target, () => ({ do: "delete property", id: target.id, name: key }));
  return key;
}

function change(stage: Stage, target: Definer, operation: OperationOf<"component_property">): string | undefined {
  const key = keyOf(target.componentPropertyDefinitions, operation.name);
  const before = target.componentPropertyDefinitions[key];
  if (!before) return undefined;
  stage.assertStays(`${target.id} ${key}`, `The property ${operation.name}`);
  logDefinitions(stage, target);
  if (operation.delete) {
    // A deleted property has another key when it is added again: it goes at the very end.
    stage.removeAtLast([`${target.id} ${key}`], () => target.deleteComponentProperty(key));
    return undefined;
  }
  const { rename, default: value } = operation;
  if (rename === undefined && value === undefined) return key;
  const next = target.editComponentProperty(key, {
    ...(rename !== undefined && { name: rename }),
    ...(value !== undefined && { defaultValue: value }),
  });
  if (value !== undefined) stage.editedDefaults.set(next, { before: before.defaultValue, after: value });
  const plainName = key.replace(/#[^#]*$/, "");
  stage.back(target, () => ({
    do: "edit property",
    id: target.id,
    name: next,
    rename: plainName,
    value: before.defaultValue,
  }));
  return next;
}

function logDefinitions(stage: Stage, target: Definer): void {
  if (!stage.isOwn(target))
    stage.log.changed(target, "componentPropertyDefinitions", target.componentPropertyDefinitions);
}

/** Properties go by `Name#1:2`; a model may leave out what follows the name. */
export function keyOf(known: Readonly<Record<string, unknown>>, name: string): string {
  if (Object.hasOwn(known, name)) return name;
  const keys = Object.keys(known).filter((key) => key.replace(/#[^#]*$/, "") === name);
  const [key] = keys;
  if (key !== undefined && keys.length === 1) return key;
  throw new Problem("not_found", `There is no property ${name}`, {
    mend: `There are: ${Object.keys(known).join(", ") || "none"}.`,
  });
}

const fields = { BOOLEAN: "visible", TEXT: "characters", INSTANCE_SWAP: "mainComponent" } as const;

function refer(stage: Stage, target: Definer, layer: SceneNode, key: string): void {
  const type = target.componentPropertyDefinitions[key]?.type;
  const field = fields[type as keyof typeof fields];
  if (!field) throw new Problem("invalid", `A layer cannot show a property of type ${type}`);
  stage.set(layer, "componentPropertyReferences", { ...layer.componentPropertyReferences, [field]: key });
}

function instanceOf(stage: Stage, name: string): InstanceNode {
  const node = stage.scene(name);
  if (node.type === "INSTANCE") return node;
  throw new Problem("invalid", `${name} is a ${node.type}, not an instance`, { mend: "Name an INSTANCE." });
}

export function setProperties(stage: Stage, operation: OperationOf<"properties">): void {
  applyProperties(stage, instanceOf(stage, operation.node), operation.properties);
}

export function applyProperties(
  stage: Stage,
  node: InstanceNode,
  properties: Readonly<Record<string, string | boolean>>,
): void {
  const present = node.componentProperties;
  const wanted: Record<string, string | boolean> = {};
  const before: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(properties)) {
    const key = keyOf(present, name);
    wanted[key] = typeof value === "string" && present[key]?.type === "INSTANCE_SWAP" ? stage.node(value).id : value;
    before[key] = valueBefore(stage, key, present[key]?.value ?? value);
  }
  if (!stage.isOwn(node)) stage.log.changed(node, "componentProperties", present);
  stage.back(node, () => ({ do: "properties", id: node.id, properties: before }));
  node.setProperties(wanted);
}

/** An instance that shows a default which the plan itself has changed goes back to the default from before. */
function valueBefore(stage: Stage, key: string, present: string | boolean): string | boolean {
  const edited = stage.editedDefaults.get(key);
  return edited && edited.after === present ? edited.before : present;
}

export async function swap(stage: Stage, operation: OperationOf<"swap">): Promise<void> {
  const node = instanceOf(stage, operation.node);
  const found = await findComponent(stage, operation.component);
  const component = found.type === "COMPONENT_SET" ? found.defaultVariant : found;
  const before = await stage.wait(() => node.getMainComponentAsync());
  if (before) {
    stage.geometry(node);
    stage.back(node, () => ({ do: "swap", id: node.id, component: before.id }));
    if (!stage.isOwn(node))
      stage.log.changed({ ...named(node), mainComponent: component.id } as { id: string }, "mainComponent", before.id);
  }
  node.swapComponent(component);
}

function named({ id, name, type }: SceneNode) {
  return { id, name, type };
}

export function variants(stage: Stage, operation: OperationOf<"variants">): void {
  const nodes = operation.nodes.map((name) => {
    const node = stage.scene(name);
    if (node.type === "COMPONENT") return node;
    throw new Problem("invalid", `${name} is a ${node.type}, not a component`, {
      mend: "Variants are made of COMPONENTs.",
    });
  });
  const unnamed = nodes.find(({ name }) => !/^[^=,]+=[^=,]+(,[^=,]+=[^=,]+)*$/.test(name));
  if (unnamed) {
    throw new Problem("invalid", `The component ${unnamed.id} is called ${JSON.stringify(unnamed.name)}`, {
      rule: "variants are named Property=Value, Property=Value",
      mend: 'Name each like "State=On, Size=Large" first.',
    });
  }
  const parent = nodes[0]?.parent;
  if (!parent || !("appendChild" in parent) || parent.type === "DOCUMENT")
    throw new Problem("invalid", "Components have to be on a page");
  for (const node of [...nodes].reverse()) stage.place(node);
  const set = stage.host.combineAsVariants(nodes, parent);
  if (operation.name !== undefined) set.name = operation.name;
  stage.name(set, operation.ref);
  stage.alsoMade([set.id]);
  stage.log.created(set.id, set.name, set.type);
}
