import type { GetLocalVariablesResponse } from "@figma/rest-api-spec";

const collection = "VariableCollectionId:5:1";

const light = { r: 1, g: 1, b: 1, a: 1 };
const dark = { r: 0.07, g: 0.07, b: 0.1, a: 1 };

/** One collection with a light and a dark mode: a colour, an alias of it, and a number. */
export const shopVariables: GetLocalVariablesResponse["meta"] = {
  variables: Object.fromEntries([
    variable("5:2", "color/surface", "COLOR", { "5:0": light, "5:9": dark }),
    variable("5:3", "color/card", "COLOR", {
      "5:0": { type: "VARIABLE_ALIAS", id: "VariableID:5:2" },
      "5:9": { type: "VARIABLE_ALIAS", id: "VariableID:5:2" },
    }),
    variable("5:4", "space/m", "FLOAT", { "5:0": 16, "5:9": 16 }),
  ]),
  variableCollections: {
    [collection]: {
      ...{ id: collection, name: "Theme", key: "f".repeat(40), remote: false, hiddenFromPublishing: false },
      modes: [
        { modeId: "5:0", name: "Light" },
        { modeId: "5:9", name: "Dark" },
      ],
      defaultModeId: "5:0",
      variableIds: ["VariableID:5:2", "VariableID:5:3", "VariableID:5:4"],
    },
  },
};

type Variable = GetLocalVariablesResponse["meta"]["variables"][string];

function variable(id: string, name: string, resolvedType: Variable["resolvedType"], valuesByMode: Variable["valuesByMode"]): [string, Variable] {
  const whole: Variable = {
    ...{ id: `VariableID:${id}`, name, key: id.replace(":", "").padEnd(40, "0"), variableCollectionId: collection },
    ...{ resolvedType, valuesByMode, remote: false, description: "", hiddenFromPublishing: false },
    ...{ scopes: ["ALL_SCOPES"], codeSyntax: {} },
  };
  return [whole.id, whole];
}
