import type { VariableAlias, VariableValue } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Entity } from "../file/entity.ts";
import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";

export interface Mode {
  readonly modeId: string;
  readonly name: string;
}

export function modesOf(collection: Entity): readonly Mode[] {
  return (collection.get("modes") as readonly Mode[] | undefined) ?? [];
}

export function isAlias(value: unknown): value is VariableAlias {
  return typeof value === "object" && value !== null && (value as { type?: unknown }).type === "VARIABLE_ALIAS";
}

/** The modes that a node, or the nearest ancestor that says so, was given by hand; none of a collection means its first. */
export function modeFor(node: NodeRecord, collection: Entity): string {
  for (const one of [node, ...node.ancestors()]) {
    const explicit = one.get("explicitVariableModes") as Record<string, string> | undefined;
    const mode = explicit?.[collection.id];
    if (mode !== undefined) return mode;
  }
  return modesOf(collection)[0]?.modeId ?? "";
}

/** The value of a variable where a node uses it, aliases followed; undefined where there is none, or where aliases run in a circle. */
export function resolveVariable(
  file: SimulatedFile,
  node: NodeRecord,
  id: string,
  seen: ReadonlySet<string> = new Set(),
): VariableValue | undefined {
  const variable = file.variables.get(id);
  if (!variable || variable.removed || seen.has(id)) return undefined;
  const collection = file.collections.get(variable.get("variableCollectionId") as string);
  if (!collection) return undefined;
  const values = (variable.get("valuesByMode") as Record<string, VariableValue> | undefined) ?? {};
  const value = values[modeFor(node, collection)];
  return isAlias(value) ? resolveVariable(file, node, value.id, new Set([...seen, id])) : value;
}

/** What a field of a node is bound to. */
export function boundTo(node: NodeRecord, field: string): string | undefined {
  const bound = node.get("boundVariables") as Record<string, VariableAlias> | undefined;
  return bound?.[field]?.id;
}
