import type { GetLocalVariablesResponse } from "@figma/rest-api-spec";
import type { Design, Variable, VariableValue } from "../design.ts";
import { keyOf } from "../key-of.ts";
import type { Hex } from "../layer.ts";
import { rgba } from "../resolve-color.ts";
import { alias } from "./rest-paints.ts";

/** What the API tells of a file's variables. */
export function restVariables(design: Design): GetLocalVariablesResponse {
  const collections = design.collections.map(({ id, name, modes, variables }) => {
    const told = {
      id: `VariableCollectionId:${id}`,
      name,
      key: keyOf(design, id),
      modes: modes.map((mode) => ({ modeId: mode.id, name: mode.name })),
      defaultModeId: modes[0]?.id,
      remote: false,
      hiddenFromPublishing: false,
      variableIds: variables.map((variable) => `VariableID:${variable.id}`),
    };
    return [told.id, told];
  });
  const variables = design.collections.flatMap(({ id, variables: inIt }) =>
    inIt.map((variable) => variableOf(design, variable, id)),
  );
  const meta = {
    variables: Object.fromEntries(variables.map((variable) => [variable.id, variable])),
    variableCollections: Object.fromEntries(collections),
  };
  return { status: 200, error: false, meta } as GetLocalVariablesResponse;
}

function variableOf(
  design: Design,
  { id, name, type, scopes, description, web, values }: Variable,
  collection: string,
) {
  return {
    id: `VariableID:${id}`,
    name,
    key: keyOf(design, id),
    variableCollectionId: `VariableCollectionId:${collection}`,
    resolvedType: type,
    valuesByMode: Object.fromEntries(Object.entries(values).map(([mode, value]) => [mode, toldValue(value, type)])),
    remote: false,
    description: description ?? "",
    hiddenFromPublishing: false,
    scopes,
    codeSyntax: web === undefined ? {} : { WEB: web },
  };
}

function toldValue(value: VariableValue, type: Variable["type"]) {
  if (typeof value === "object") return alias(value.alias);
  return type === "COLOR" ? rgba(value as Hex) : value;
}
