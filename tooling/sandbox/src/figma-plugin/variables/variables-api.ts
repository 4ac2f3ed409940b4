import type {
  Effect,
  SolidPaint,
  Variable,
  VariableCollection,
  VariablesAPI,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import { Entity } from "../file/entity.ts";
import { frozen } from "../nodes/frozen.ts";
import { entityOf } from "../nodes/make-prototype.ts";
import type { Session } from "../nodes/session.ts";
import { assertName } from "./variable-members.ts";

type Used =
  | "getVariableByIdAsync"
  | "getVariableCollectionByIdAsync"
  | "getLocalVariablesAsync"
  | "getLocalVariableCollectionsAsync"
  | "createVariable"
  | "createVariableCollection"
  | "createVariableAlias"
  | "setBoundVariableForPaint"
  | "setBoundVariableForEffect";

const startValues: Readonly<Record<string, unknown>> = {
  COLOR: { r: 1, g: 1, b: 1, a: 1 },
  FLOAT: 0,
  STRING: "",
  BOOLEAN: false,
};

/** `figma.variables`, as far as it is used. */
export function variablesApi(session: Session): Pick<VariablesAPI, Used> {
  const { file } = session;
  const standing = <H extends object>(entities: Iterable<Entity>, fits: (entity: Entity) => boolean = () => true) =>
    [...entities].filter((entity) => !entity.removed && fits(entity)).map((entity) => session.handle<H>(entity));
  return {
    async getVariableByIdAsync(id) {
      const found = file.variables.get(id);
      return found && !found.removed ? session.handle<Variable>(found) : null;
    },
    async getVariableCollectionByIdAsync(id) {
      const found = file.collections.get(id);
      return found && !found.removed ? session.handle<VariableCollection>(found) : null;
    },
    getLocalVariablesAsync: async (type) =>
      standing<Variable>(file.variables.values(), (variable) => !type || variable.get("resolvedType") === type),
    getLocalVariableCollectionsAsync: async () => standing<VariableCollection>(file.collections.values()),
    createVariable(name: string, collection: string | VariableCollection, type: Variable["resolvedType"]) {
      session.assertOpen();
      const holder = typeof collection === "string" ? file.collections.get(collection) : entityOf<Entity>(collection);
      if (!holder || holder.removed) throw new Error("in createVariable: The collection does not exist");
      const value = startValues[type];
      if (value === undefined) throw new Error(`in createVariable: Cannot create a variable of type ${type}`);
      assertName(session, holder.id, name);
      const variable = new Entity(`VariableID:1:${file.nextNumber()}`, "VARIABLE");
      file.variables.set(variable.id, variable);
      variable.values.removed = true;
      file.write(variable, "removed", false);
      file.write(variable, "name", name);
      file.write(variable, "resolvedType", type);
      file.write(variable, "variableCollectionId", holder.id);
      const modes = holder.get("modes") as VariableCollection["modes"];
      file.write(variable, "valuesByMode", frozen(Object.fromEntries(modes.map(({ modeId }) => [modeId, value]))));
      return session.handle<Variable>(variable);
    },
    createVariableCollection(name) {
      session.assertOpen();
      const collection = new Entity(`VariableCollectionId:1:${file.nextNumber()}`, "VARIABLE_COLLECTION");
      file.collections.set(collection.id, collection);
      collection.values.removed = true;
      file.write(collection, "removed", false);
      file.write(collection, "name", name);
      file.write(collection, "modes", frozen([{ modeId: `${file.nextNumber()}:0`, name: "Mode 1" }]));
      return session.handle<VariableCollection>(collection);
    },
    createVariableAlias: (variable) => ({ type: "VARIABLE_ALIAS", id: entityOf<Entity>(variable).id }),
    setBoundVariableForPaint: (paint, field, variable) => bound<SolidPaint>(paint, field, variable),
    setBoundVariableForEffect: (effect, field, variable) => bound<Effect>(effect, field, variable),
  };
}

/** A copy of a paint or effect with a field bound, or bound no more; it still has to be set on a node. */
function bound<V extends object>(value: V, field: string, variable: Variable | null): V {
  const { [field]: _, ...rest } = ((value as { boundVariables?: Record<string, unknown> }).boundVariables ??
    {}) as Record<string, unknown>;
  const id = variable && entityOf<Entity>(variable).id;
  return frozen({ ...value, boundVariables: { ...rest, ...(id && { [field]: { type: "VARIABLE_ALIAS", id } }) } });
}
