import type { BaseNodeMixin, SceneNodeMixin } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Entity } from "../file/entity.ts";
import type { NodeRecord } from "../file/node-record.ts";
import { removeNode } from "../file/place-node.ts";
import { type Members, stored, told } from "./members.ts";
import { boolean, text } from "./rules.ts";

type Parent = NonNullable<BaseNodeMixin["parent"]>;

/** 100 kB for the key and the value, as Figma bounds them. */
const pluginDataBytes = 100_000;

export const base: Members<NodeRecord, BaseNodeMixin & { type: string }> = {
  id: told((node) => node.id),
  type: told((node) => node.type),
  removed: told((node) => node.removed),
  parent: told((node, session) => (node.parent ? session.handle<Parent>(node.parent) : null)),
  name: {
    get: (node) => (node.get("name") as string | undefined) ?? "",
    set(node, value, session, key) {
      text(value, node, session, key);
      session.file.write(node, "name", value);
      if (node.type === "TEXT") session.file.write(node, "autoRename", false);
    },
  },
  toString: (node) => `${node.type} ${node.id}`,
  remove(node, session) {
    if (node.type === "DOCUMENT") throw new Error("Cannot remove the document");
    if (node.type === "PAGE" && session.file.root.children.length === 1) {
      throw new Error("Removing the last page is not allowed");
    }
    if (node.insideInstance) throw new Error("Removing this node is not allowed");
    removeNode(session.file, node);
  },
};

export const pluginData: Members<
  Entity,
  Pick<BaseNodeMixin, "getPluginData" | "setPluginData" | "getPluginDataKeys">
> = {
  getPluginData: (entity, _session, key) => dataOf(entity)[key] ?? "",
  setPluginData(entity, session, key, value) {
    text(value, entity, session, key);
    if (key.length + value.length > pluginDataBytes) throw new Error("Cannot set more than 100 kB of plugin data");
    const { [key]: _, ...rest } = dataOf(entity);
    session.file.write(entity, "pluginData", value === "" ? rest : { ...rest, [key]: value });
  },
  getPluginDataKeys: (entity) => Object.keys(dataOf(entity)),
};

function dataOf(entity: Entity): Record<string, string> {
  return (entity.values.pluginData as Record<string, string> | undefined) ?? {};
}

export const scene: Members<Entity, Pick<SceneNodeMixin, "visible" | "locked">> = {
  visible: stored<boolean>(true, boolean),
  locked: stored<boolean>(false, boolean),
};
