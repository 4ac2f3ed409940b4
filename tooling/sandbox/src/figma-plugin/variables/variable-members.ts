import type { RGBA, Variable, VariableCollection, VariableValue } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Entity } from "../file/entity.ts";
import { frozen } from "../nodes/frozen.ts";
import { entityOf } from "../nodes/make-prototype.ts";
import { type Members, stored, told } from "../nodes/members.ts";
import { boolean, text } from "../nodes/rules.ts";
import type { Session } from "../nodes/session.ts";
import { isAlias, modesOf, resolveVariable } from "./resolve-variable.ts";

const scopesOf: Readonly<Record<string, readonly string[]>> = {
  COLOR: ["ALL_SCOPES", "ALL_FILLS", "FRAME_FILL", "SHAPE_FILL", "TEXT_FILL", "STROKE_COLOR", "EFFECT_COLOR"],
  FLOAT: [
    "ALL_SCOPES",
    "TEXT_CONTENT",
    "CORNER_RADIUS",
    "WIDTH_HEIGHT",
    "GAP",
    "STROKE_FLOAT",
    "EFFECT_FLOAT",
    "OPACITY",
    "FONT_WEIGHT",
    "FONT_SIZE",
    "LINE_HEIGHT",
    "LETTER_SPACING",
    "PARAGRAPH_SPACING",
    "PARAGRAPH_INDENT",
  ],
  STRING: ["ALL_SCOPES", "TEXT_CONTENT", "FONT_FAMILY", "FONT_STYLE"],
  BOOLEAN: ["ALL_SCOPES"],
};

export const variableMembers: Members<Entity, Variable> = {
  id: told((variable) => variable.id),
  key: told((variable) => `key:${variable.id}`),
  remote: told(() => false),
  name: {
    get: (variable) => variable.get("name") as string,
    set(variable, value, session) {
      assertName(session, variable.get("variableCollectionId") as string, value, variable);
      session.file.write(variable, "name", value);
    },
  },
  description: stored<string>("", text),
  hiddenFromPublishing: stored<boolean>(false, boolean),
  variableCollectionId: told((variable) => variable.get("variableCollectionId") as string),
  resolvedType: told((variable) => variable.get("resolvedType") as Variable["resolvedType"]),
  valuesByMode: told((variable) => variable.get("valuesByMode") as Variable["valuesByMode"]),
  scopes: stored<Variable["scopes"]>(["ALL_SCOPES"], (value, variable) => {
    const allowed = scopesOf[variable.get("resolvedType") as string] ?? [];
    const wrong = value.find((scope) => !allowed.includes(scope));
    if (wrong) throw new Error(`A ${variable.get("resolvedType")} variable cannot have the scope ${wrong}`);
    if (value.includes("ALL_SCOPES") && value.length > 1) throw new Error("ALL_SCOPES must be the only scope");
    return undefined;
  }),
  setValueForMode(variable, session, modeId, value) {
    const collection = session.file.collections.get(variable.get("variableCollectionId") as string);
    if (!collection || !modesOf(collection).some((mode) => mode.modeId === modeId)) {
      throw new Error(`Mode "${modeId}" does not exist in the variable's collection`);
    }
    assertValue(session, variable, value);
    const before = variable.get("valuesByMode") as Variable["valuesByMode"];
    session.file.write(variable, "valuesByMode", frozen({ ...before, [modeId]: value }));
  },
  resolveForConsumer(variable, session, consumer) {
    const value = resolveVariable(session.file, entityOf(consumer), variable.id) as VariableValue;
    return { value, resolvedType: variable.get("resolvedType") as Variable["resolvedType"] };
  },
  remove(variable, session) {
    session.file.write(variable, "removed", true);
  },
};

/** @throws where a name has characters that Figma keeps for itself, or another variable of the collection has it */
export function assertName(session: Session, collection: string, name: string, self?: Entity): void {
  if (name.trim() === "" || /[.{}]/.test(name)) throw new Error(`Invalid variable name "${name}": no ".", "{" or "}"`);
  for (const other of session.file.variables.values()) {
    if (other === self || other.removed || other.get("variableCollectionId") !== collection) continue;
    if (other.get("name") === name) throw new Error(`Duplicate variable name "${name}" in the collection`);
  }
}

function assertValue(session: Session, variable: Entity, value: VariableValue): void {
  const type = variable.get("resolvedType") as string;
  if (isAlias(value)) {
    const other = session.file.variables.get(value.id);
    if (!other || other.removed) throw new Error(`Variable with id "${value.id}" does not exist`);
    if (other.get("resolvedType") !== type) throw new Error(`An alias must be to a variable of type ${type}`);
    return;
  }
  const { r, g, b } = (typeof value === "object" ? value : {}) as Partial<RGBA>;
  const fits =
    (type === "COLOR" && [r, g, b].every((channel) => typeof channel === "number" && channel >= 0 && channel <= 1)) ||
    (type === "FLOAT" && typeof value === "number" && Number.isFinite(value)) ||
    (type === "STRING" && typeof value === "string") ||
    (type === "BOOLEAN" && typeof value === "boolean");
  if (!fits) throw new Error(`Mismatched variable resolved type: ${JSON.stringify(value)} is not a ${type}`);
}

/** How many modes a collection may have; a matter of the plan at Figma. */
const mostModes = 40;

export const collectionMembers: Members<Entity, VariableCollection> = {
  id: told((collection) => collection.id),
  key: told((collection) => `key:${collection.id}`),
  remote: told(() => false),
  name: stored<string>("", text),
  hiddenFromPublishing: stored<boolean>(false, boolean),
  modes: told((collection) => modesOf(collection).map((mode) => ({ ...mode }))),
  defaultModeId: told((collection) => modesOf(collection)[0]?.modeId ?? ""),
  variableIds: told((collection, { file }) =>
    [...file.variables.values()]
      .filter((variable) => !variable.removed && variable.get("variableCollectionId") === collection.id)
      .map(({ id }) => id),
  ),
  addMode(collection, session, name) {
    const modes = modesOf(collection);
    if (modes.length >= mostModes) throw new Error(`Limited to ${mostModes} modes only`);
    if (modes.some((mode) => mode.name === name)) throw new Error(`Duplicate mode name "${name}"`);
    const modeId = `${session.file.nextNumber()}:0`;
    const [first] = modes;
    session.file.write(collection, "modes", frozen([...modes, { modeId, name }]));
    for (const variable of session.file.variables.values()) {
      if (variable.get("variableCollectionId") !== collection.id) continue;
      const values = variable.get("valuesByMode") as Variable["valuesByMode"];
      const value = values[first?.modeId ?? ""];
      if (value !== undefined) session.file.write(variable, "valuesByMode", frozen({ ...values, [modeId]: value }));
    }
    return modeId;
  },
  renameMode(collection, session, modeId, name) {
    const modes = modesOf(collection);
    if (!modes.some((mode) => mode.modeId === modeId)) throw new Error(`Mode "${modeId}" does not exist`);
    const renamed = modes.map((mode) => (mode.modeId === modeId ? { modeId, name } : mode));
    session.file.write(collection, "modes", frozen(renamed));
  },
  removeMode(collection, session, modeId) {
    const modes = modesOf(collection);
    if (modes.length === 1) throw new Error("Cannot remove the last mode of a collection");
    if (!modes.some((mode) => mode.modeId === modeId)) throw new Error(`Mode "${modeId}" does not exist`);
    session.file.write(collection, "modes", frozen(modes.filter((mode) => mode.modeId !== modeId)));
    for (const variable of session.file.variables.values()) {
      if (variable.get("variableCollectionId") !== collection.id) continue;
      const { [modeId]: _, ...values } = variable.get("valuesByMode") as Variable["valuesByMode"];
      session.file.write(variable, "valuesByMode", frozen(values));
    }
  },
  remove(collection, session) {
    for (const variable of session.file.variables.values()) {
      if (variable.get("variableCollectionId") === collection.id) session.file.write(variable, "removed", true);
    }
    session.file.write(collection, "removed", true);
  },
};
