import type {
  ComponentNode,
  ComponentPropertiesMixin,
  ComponentPropertyDefinitions,
  ComponentSetNode,
  InstanceNode,
  SceneNodeMixin,
  VariantMixin,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { frozen } from "../nodes/frozen.ts";
import { type Members, stored, told } from "../nodes/members.ts";
import { text } from "../nodes/rules.ts";
import type { Session } from "../nodes/session.ts";
import { createInstance } from "./create-instance.ts";
import { variantsOf } from "./variants.ts";

/** The definitions that a component or set keeps itself; those of variants follow from names. */
export function definitionsOf(node: NodeRecord): ComponentPropertyDefinitions {
  return (node.get("componentPropertyDefinitions") as ComponentPropertyDefinitions | undefined) ?? {};
}

/** Whose definitions hold for a component: its set's, where it is a variant. */
export function definer(component: NodeRecord): NodeRecord {
  return component.parent?.type === "COMPONENT_SET" ? component.parent : component;
}

function allDefinitions(node: NodeRecord): ComponentPropertyDefinitions {
  const variants: ComponentPropertyDefinitions = {};
  if (node.type === "COMPONENT_SET") {
    const first = node.children[0];
    for (const [name, values] of Object.entries(variantOptions(node))) {
      const defaultValue = (first && variantsOf(first)[name]) ?? values[0] ?? "";
      variants[name] = { type: "VARIANT", defaultValue, variantOptions: values };
    }
  }
  return frozen({ ...variants, ...definitionsOf(node) });
}

function variantOptions(set: NodeRecord): Record<string, string[]> {
  const options: Record<string, string[]> = {};
  for (const component of set.children) {
    for (const [name, value] of Object.entries(variantsOf(component))) {
      options[name] ??= [];
      if (!options[name].includes(value)) options[name].push(value);
    }
  }
  return options;
}

/** The key by which a property goes, `Label#12:3`; variants go by their name alone. */
function exactKey(node: NodeRecord, name: string): string {
  const definitions = definitionsOf(node);
  if (name in definitions) return name;
  throw new Error(
    `Component property "${name}" does not exist: it goes by one of ${Object.keys(definitions).join(", ") || "none"}`,
  );
}

export const propertyMembers: Members<NodeRecord, ComponentPropertiesMixin> = {
  componentPropertyDefinitions: told((node) => {
    if (definer(node) !== node)
      throw new Error("Can only get component property definitions of a component set or non-variant component");
    return allDefinitions(node);
  }),
  addComponentProperty(node, session, name, type, defaultValue) {
    if (definer(node) !== node)
      throw new Error("Can only add a component property to a component set or non-variant component");
    if (type === "VARIANT") throw new Error("Add variants by naming components inside of a component set");
    assertDefault(type, defaultValue, session);
    const key = `${name}#${session.file.nextNumber()}:0`;
    const value = defaultValue as string | boolean;
    session.file.write(
      node,
      "componentPropertyDefinitions",
      frozen({ ...definitionsOf(node), [key]: { type, defaultValue: value } }),
    );
    return key;
  },
  editComponentProperty(node, session, name, { name: renamed, defaultValue }) {
    const key = exactKey(node, name);
    const { [key]: before, ...rest } = definitionsOf(node);
    if (!before) return key;
    if (defaultValue !== undefined) assertDefault(before.type, defaultValue, session);
    const next = renamed === undefined ? key : `${renamed}#${key.slice(key.indexOf("#") + 1)}`;
    const value = (defaultValue ?? before.defaultValue) as string | boolean;
    session.file.write(
      node,
      "componentPropertyDefinitions",
      frozen({ ...rest, [next]: { ...before, defaultValue: value } }),
    );
    if (next !== key) rename(node, session, key, next);
    return next;
  },
  deleteComponentProperty(node, session, name) {
    const key = exactKey(node, name);
    const { [key]: _, ...rest } = definitionsOf(node);
    session.file.write(node, "componentPropertyDefinitions", frozen(rest));
    rename(node, session, key, undefined);
  },
};

/** Sublayers that referred to a property refer to its new name, or to nothing. */
function rename(node: NodeRecord, session: Session, from: string, to: string | undefined): void {
  for (const below of node.subtree()) {
    const references = below.values.componentPropertyReferences as Record<string, string> | undefined;
    if (!references) continue;
    const entries = Object.entries(references).map(([field, key]) => [field, key === from ? to : key]);
    session.file.write(
      below,
      "componentPropertyReferences",
      frozen(Object.fromEntries(entries.filter(([, key]) => key !== undefined))),
    );
  }
}

function assertDefault(type: string, value: unknown, session: Session): void {
  const fits =
    (type === "BOOLEAN" && typeof value === "boolean") ||
    (type === "TEXT" && typeof value === "string") ||
    (type === "INSTANCE_SWAP" && typeof value === "string" && session.file.nodes.get(value)?.type === "COMPONENT");
  if (!fits) throw new Error(`The default value ${JSON.stringify(value)} does not fit a property of type ${type}`);
}

type References = SceneNodeMixin["componentPropertyReferences"];

export const references: Members<NodeRecord, Pick<SceneNodeMixin, "componentPropertyReferences">> = {
  componentPropertyReferences: {
    get: (node) => (node.get("componentPropertyReferences") as References | undefined) ?? null,
    set(node, value, session) {
      const component = [...node.ancestors()].find(({ type }) => type === "COMPONENT");
      if (!component || node.insideInstance) {
        throw new Error("Can only set component property references on a symbol sublayer");
      }
      const known = definitionsOf(definer(component));
      const wrong = Object.values(value ?? {}).find((key) => key && !(key in known));
      if (wrong) throw new Error(`Component property "${wrong}" does not exist on the component`);
      session.file.write(node, "componentPropertyReferences", frozen(value));
    },
  },
};

export const componentMembers: Members<
  NodeRecord,
  Pick<ComponentNode, "key" | "remote" | "description" | "createInstance" | "getInstancesAsync"> & VariantMixin
> = {
  key: told((node) => (node.get("key") as string | undefined) ?? `key:${node.id}`),
  remote: told((node) => node.get("remote") === true),
  description: stored<string>("", text),
  variantProperties: told((node) => (node.parent?.type === "COMPONENT_SET" ? frozen(variantsOf(node)) : null)),
  createInstance: (node, session) => session.handle<InstanceNode>(createInstance(session, node)),
  getInstancesAsync: async (node, session) =>
    [...session.file.instances]
      .filter((instance) => !instance.removed && instance.source === node)
      .map((instance) => session.handle<InstanceNode>(instance)),
};

export const setMembers: Members<
  NodeRecord,
  Pick<ComponentSetNode, "key" | "remote" | "description" | "defaultVariant" | "variantGroupProperties">
> = {
  key: told((node) => (node.get("key") as string | undefined) ?? `key:${node.id}`),
  remote: told(() => false),
  description: stored<string>("", text),
  defaultVariant: told((node, session) => session.handle<ComponentNode>(node.children[0] as NodeRecord)),
  variantGroupProperties: told((node) =>
    Object.fromEntries(Object.entries(variantOptions(node)).map(([name, values]) => [name, { values }])),
  ),
};
