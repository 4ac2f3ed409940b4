import type {
  GetLocalVariablesResponse,
  LocalVariable,
  LocalVariableCollection,
  VariableScope,
} from "@figma/rest-api-spec";
import { byPosition } from "./by-position.ts";
import { colorOf } from "./colors.ts";
import { finite } from "./finite.ts";
import { guidText } from "./guid-text.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import { idOf } from "./scene.ts";
import { sameWord } from "./translate.ts";
import { isRemote, modesInOrder } from "./variable-table.ts";

type Meta = GetLocalVariablesResponse["meta"];
type Value = LocalVariable["valuesByMode"][string];

const scopes: readonly VariableScope[] = [
  "ALL_SCOPES",
  "TEXT_CONTENT",
  "CORNER_RADIUS",
  "WIDTH_HEIGHT",
  "GAP",
  "ALL_FILLS",
  "FRAME_FILL",
  "SHAPE_FILL",
  "TEXT_FILL",
  "STROKE_FLOAT",
  "EFFECT_FLOAT",
  "EFFECT_COLOR",
  "OPACITY",
  "FONT_FAMILY",
  "FONT_STYLE",
  "FONT_SIZE",
  "LINE_HEIGHT",
  "LETTER_SPACING",
  "PARAGRAPH_SPACING",
  "PARAGRAPH_INDENT",
  "FONT_VARIATIONS",
];

/** The variables and collections of the file, in the shape in which REST tells them. */
export function variablesOf(mapping: Mapping): Meta {
  const { scene, variables: table } = mapping;
  const nodes = [...scene.nodes.values()].filter(({ isSoftDeleted }) => isSoftDeleted !== true);
  const sets = nodes.filter(({ type }) => type === "VARIABLE_SET");
  const inOrder = nodes.filter(({ type }) => type === "VARIABLE").sort(byPosition(({ sortPosition }) => sortPosition));
  const variables = inOrder.flatMap((node) => variableOf(node, mapping) ?? []);
  return {
    variables: Object.fromEntries(variables.map((variable) => [variable.id, variable])),
    variableCollections: Object.fromEntries(
      sets.map((set) => {
        const id = table.idOf(set);
        const variableIds = variables
          .filter((variable) => variable.variableCollectionId === id)
          .map((variable) => variable.id);
        return [id, collectionOf(set, id, variableIds)];
      }),
    ),
  };
}

function collectionOf(set: KiwiNode, id: string, variableIds: string[]): LocalVariableCollection {
  const modes = modesInOrder(set).map((mode) => ({
    modeId: mode.id === undefined ? "" : guidText(mode.id),
    name: mode.name ?? "",
  }));
  return {
    id,
    name: set.name ?? "",
    key: set.key ?? "",
    modes,
    defaultModeId: modes[0]?.modeId ?? "",
    remote: isRemote(set),
    hiddenFromPublishing: set.isPublishable === false,
    variableIds,
  };
}

function variableOf(node: KiwiNode, mapping: Mapping): LocalVariable | undefined {
  const set = mapping.scene.referred(node.variableSetID);
  const resolvedType = sameWord(["BOOLEAN", "FLOAT", "STRING", "COLOR"], node.variableResolvedType);
  if (set === undefined || resolvedType === undefined) return undefined;
  const values = (node.variableDataValues?.entries ?? []).flatMap(({ modeID, variableData }) => {
    const value = modeValueOf(variableData, mapping);
    return modeID === undefined || value === undefined ? [] : [[guidText(modeID), value] as const];
  });
  return {
    id: mapping.variables.idOf(node),
    name: node.name ?? idOf(node),
    key: node.key ?? "",
    variableCollectionId: mapping.variables.idOf(set),
    resolvedType,
    valuesByMode: Object.fromEntries(values),
    remote: isRemote(node),
    description: node.description ?? "",
    hiddenFromPublishing: node.isPublishable === false,
    scopes: (node.variableScopes ?? []).flatMap((scope) =>
      scope === "STROKE" ? "STROKE_COLOR" : (sameWord(scopes, scope) ?? []),
    ),
    codeSyntax: Object.fromEntries(
      (node.codeSyntax?.entries ?? []).flatMap(({ platform, value }) => {
        const known = sameWord(["WEB", "ANDROID", "iOS"], platform);
        return known === undefined || value === undefined ? [] : [[known, value] as const];
      }),
    ),
  };
}

function modeValueOf(data: Kiwi<"VariableData"> | undefined, { variables }: Mapping): Value | undefined {
  const alias = variables.aliasIn(data);
  if (alias !== undefined) return alias;
  const { boolValue, floatValue, textValue, colorValue } = data?.value ?? {};
  if (colorValue !== undefined) return colorOf(colorValue);
  return boolValue ?? (floatValue === undefined ? textValue : finite(floatValue, 0));
}
