import type { Props } from "@drawbridge/figma/operations";
import type { SceneNode, Variable, VariableCollection } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import type { Stage } from "./stage.ts";

/** Binds fields of a node to variables, or frees them. */
export async function applyBindings(stage: Stage, node: SceneNode, bind: NonNullable<Props["bind"]>): Promise<void> {
  for (const [field, name] of Object.entries(bind)) {
    const variable = name === null ? null : stage.entity<Variable>("variable", name);
    const bound = node.boundVariables as Record<string, { id: string } | undefined> | undefined;
    const present = bound?.[field]?.id ?? null;
    stage.back(node, () => ({ do: "bind", id: node.id, field, variable: present }));
    // Unbound again, a field keeps the variable's value, unless it is given its own back.
    if (present === null && field in node) {
      const value = (node as unknown as Record<string, unknown>)[field];
      if (typeof value !== "symbol") keepValue(stage, node, field, value);
    }
    if (node.type === "TEXT") await stage.wait(() => stage.fonts.loadOf(node));
    if (!stage.isOwn(node)) stage.log.changed(node, "boundVariables", bound);
    node.setBoundVariable(field as "width", variable);
  }
}

const readOnly = new Set(["width", "height", "fontWeight", "fontFamily", "fontStyle"]);

function keepValue(stage: Stage, node: SceneNode, field: string, value: unknown): void {
  if (stage.isOwn(node)) return;
  if (readOnly.has(field)) stage.geometry(node);
  else {
    // Steps are taken back last first: the value has to be set after the field was freed, and so is recorded before.
    const last = stage.journal.steps.pop();
    stage.journal.push({ do: "set", kind: "node", id: node.id, key: field, value });
    if (last) stage.journal.push(last);
  }
}

/** Says which mode of a collection holds for a node and all below it. */
export function applyModes(stage: Stage, node: SceneNode, modes: NonNullable<Props["modes"]>): void {
  for (const [collectionName, modeName] of Object.entries(modes)) {
    const collection = stage.entity<VariableCollection>("collection", collectionName);
    const present = node.explicitVariableModes[collection.id] ?? null;
    stage.back(node, () => ({ do: "mode", id: node.id, collection: collection.id, mode: present }));
    if (!stage.isOwn(node)) stage.log.changed(node, "explicitVariableModes", node.explicitVariableModes);
    if (modeName === null) node.clearExplicitVariableModeForCollection(collection);
    else node.setExplicitVariableModeForCollection(collection, modeOf(collection, modeName));
  }
}

/** A mode by id or name. */
export function modeOf(collection: VariableCollection, name: string): string {
  const mode = collection.modes.find((one) => one.modeId === name || one.name === name);
  if (mode) return mode.modeId;
  const known = collection.modes.map((one) => one.name).join(", ");
  throw new Problem("not_found", `The collection ${JSON.stringify(collection.name)} has no mode ${name}`, {
    mend: `It has: ${known}.`,
  });
}
