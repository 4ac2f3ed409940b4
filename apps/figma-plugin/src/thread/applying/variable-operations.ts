import type { OperationOf } from "@drawbridge/figma/operations";
import type { Variable, VariableCollection, VariableValue } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { modeOf } from "./apply-variables-to.ts";
import { colorOf } from "./paints.ts";
import type { Stage } from "./stage.ts";

export function collection(stage: Stage, operation: OperationOf<"collection">): void {
  const made = stage.madeEntity(
    "collection",
    stage.host.variables.createVariableCollection(operation.name),
    operation.ref,
  );
  const [first, ...others] = operation.modes ?? [];
  if (first !== undefined) made.renameMode(made.defaultModeId, first);
  for (const name of others) made.addMode(name);
}

export function variable(stage: Stage, operation: OperationOf<"variable">): void {
  const made = operation.variable === undefined;
  const target = made ? create(stage, operation) : stage.entity<Variable>("variable", operation.variable as string);
  const { values, scopes, description } = operation;
  if (values) for (const [mode, value] of Object.entries(values)) setValue(stage, target, mode, value, made);
  if (scopes !== undefined) stage.set(target, "scopes", scopes as Variable["scopes"], "variable");
  if (description !== undefined) stage.set(target, "description", description, "variable");
  if (!made && operation.name !== undefined) stage.set(target, "name", operation.name, "variable");
}

function create(stage: Stage, { collection: holder, name, type, ref }: OperationOf<"variable">): Variable {
  if (!holder || !name || !type) {
    throw new Problem("invalid", "A new variable needs collection, name and type", {
      mend: "Give all three, or name an existing one with variable.",
    });
  }
  const made = stage.entity<VariableCollection>("collection", holder);
  return stage.madeEntity("variable", stage.host.variables.createVariable(name, made, type), ref);
}

function setValue(stage: Stage, target: Variable, mode: string, value: string | number | boolean, made: boolean): void {
  const holder = stage.entity<VariableCollection>("collection", target.variableCollectionId);
  const modeId = modeOf(holder, mode);
  const before = target.valuesByMode[modeId];
  if (!made && before !== undefined) {
    stage.journal.push({ do: "value", variable: target.id, mode: modeId, value: before });
    stage.log.changed(target, "valuesByMode", target.valuesByMode, "VARIABLE");
  }
  target.setValueForMode(modeId, valueFor(stage, target, value));
}

/** A value as the variable's type has it; `{name}` stands for the value of another variable. */
function valueFor(stage: Stage, target: Variable, value: string | number | boolean): VariableValue {
  const alias = typeof value === "string" ? /^\{(.+)\}$/.exec(value)?.[1] : undefined;
  if (alias !== undefined) return stage.host.variables.createVariableAlias(stage.entity("variable", alias));
  if (target.resolvedType !== "COLOR") return value;
  if (typeof value === "string" && /^#(?:[\da-f]{6}|[\da-f]{8})$/i.test(value)) return colorOf(value);
  throw new Problem("invalid", `${JSON.stringify(value)} is no color`, {
    mend: "Write colors as #rrggbb or #rrggbbaa.",
  });
}
