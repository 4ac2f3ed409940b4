import type {
  ComponentNode,
  ComponentProperties,
  ComponentPropertyDefinitions,
  InstanceNode,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { frozen } from "../nodes/frozen.ts";
import { entityOf } from "../nodes/make-prototype.ts";
import { type Members, stored, told } from "../nodes/members.ts";
import { number } from "../nodes/rules.ts";
import type { Session } from "../nodes/session.ts";
import { definer, definitionsOf } from "./component-members.ts";
import { mainComponent } from "./create-instance.ts";
import { swap } from "./swap-component.ts";
import { findVariant, variantsOf } from "./variants.ts";

type Values = Readonly<Record<string, string | boolean>>;

export function propertyValues(instance: NodeRecord): Values {
  return (instance.get("properties") as Values | undefined) ?? {};
}

/** Every property of an instance's component with the value that it has here. */
export function componentProperties(instance: NodeRecord): ComponentProperties {
  const component = mainComponent(instance);
  if (!component) return {};
  const set = propertyValues(instance);
  const all: ComponentProperties = {};
  if (component.parent?.type === "COMPONENT_SET") {
    for (const [name, value] of Object.entries(variantsOf(component))) all[name] = { type: "VARIANT", value };
  }
  for (const [key, { type, defaultValue }] of Object.entries(definitionsOf(definer(component)))) {
    all[key] = { type, value: set[key] ?? defaultValue };
  }
  return all;
}

export const instanceMembers: Members<
  NodeRecord,
  Pick<
    InstanceNode,
    | "getMainComponentAsync"
    | "mainComponent"
    | "swapComponent"
    | "setProperties"
    | "componentProperties"
    | "scaleFactor"
    | "variantProperties"
  >
> = {
  async getMainComponentAsync(node, session) {
    const component = mainComponent(node);
    return component && !component.removed ? session.handle<ComponentNode>(component) : null;
  },
  mainComponent: {
    get() {
      throw new Error("Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync instead.");
    },
    set(node, value, session) {
      if (!value) throw new Error("Cannot take an instance's component away: detach it");
      swap(session, node, entityOf(value));
    },
  },
  swapComponent(node, session, component) {
    swap(session, node, entityOf(component));
  },
  componentProperties: told((node) => frozen(componentProperties(node))),
  variantProperties: told((node) => {
    const component = mainComponent(node);
    return component?.parent?.type === "COMPONENT_SET" ? variantsOf(component) : null;
  }),
  scaleFactor: stored<number>(1, number(0.01)),
  setProperties: (node, session, properties) => setProperties(node, session, properties as Values),
};

function setProperties(instance: NodeRecord, session: Session, properties: Values): void {
  const component = mainComponent(instance);
  if (!component) throw new Error("The instance has no main component");
  const definitions = definitionsOf(definer(component));
  const isSet = component.parent?.type === "COMPONENT_SET";
  const own = variantsOf(component);
  const variants: Record<string, string> = {};
  const others: Record<string, string | boolean> = {};
  for (const [key, value] of Object.entries(properties)) {
    if (isSet && key in own) variants[key] = String(value);
    else if (key in definitions) others[key] = checked(session, key, definitions[key], value);
    else {
      const known = [...(isSet ? Object.keys(own) : []), ...Object.keys(definitions)].join(", ");
      throw new Error(`Could not find a component property with name: '${key}'. Known are: ${known || "none"}`);
    }
  }
  if (Object.keys(variants).length > 0) {
    const variant = findVariant(component, variants);
    if (!variant) throw new Error(`Unable to find a variant with those property values: ${JSON.stringify(variants)}`);
    swap(session, instance, variant);
  }
  session.file.write(instance, "properties", frozen({ ...propertyValues(instance), ...others }));
  applyProperties(session, instance);
}

function checked(
  session: Session,
  key: string,
  definition: ComponentPropertyDefinitions[string] | undefined,
  value: string | boolean,
): string | boolean {
  const type = definition?.type;
  if (type === "BOOLEAN" && typeof value !== "boolean") throw new Error(`"${key}" needs true or false`);
  if (type === "TEXT" && typeof value !== "string") throw new Error(`"${key}" needs text`);
  if (type === "INSTANCE_SWAP" && session.file.nodes.get(String(value))?.type !== "COMPONENT") {
    throw new Error(`"${key}" needs the id of a component`);
  }
  return value;
}

/** Gives sublayers what the instance's properties say that they show. */
export function applyProperties(session: Session, instance: NodeRecord): void {
  const { file } = session;
  const values = propertyValues(instance);
  for (const below of [...instance.subtree()]) {
    const references = below.get("componentPropertyReferences") as Record<string, string> | undefined;
    if (!references || below === instance) continue;
    for (const [field, key] of Object.entries(references)) {
      const value = values[key];
      if (value === undefined) continue;
      const component = field === "mainComponent" ? file.nodes.get(String(value)) : undefined;
      if (component) swap(session, below, component);
      else if (field !== "mainComponent") file.write(below, field, value);
    }
  }
}
