import type { Collection, Design, Style, Variable, VariableValue } from "../design.ts";
import { keyOf } from "../key-of.ts";
import type { Hex } from "../layer.ts";
import { rgba } from "../resolve-color.ts";
import { aliasData, figEffects, figPaints } from "./fig-paints.ts";
import { figText } from "./fig-text.ts";
import { guid, position } from "./guid.ts";

/** Styles, collections and variables, which a file has as nodes of a page that nobody sees. */
export function figLibrary(design: Design, page: string): object[] {
  const made = [
    ...design.styles.map((style) => styleNode(style, design)),
    ...design.collections.flatMap((collection) => [
      collectionNode(collection, design),
      ...collection.variables.map((variable, index) => variableNode(variable, collection, index, design)),
    ]),
  ];
  return made.map((node, index) => ({
    ...node,
    phase: "CREATED",
    parentIndex: { guid: guid(page), position: position(index) },
  }));
}

function styleNode(style: Style, design: Design) {
  const { id, name, type, description } = style;
  const base = { guid: guid(id), name, key: keyOf(design, id), styleType: type, styleDescription: description ?? "" };
  if (style.type === "TEXT")
    return {
      ...base,
      type: "TEXT",
      ...figText({ ...style.text, characters: "Ag", resizes: "WIDTH_AND_HEIGHT" }, design),
    };
  if (style.type === "EFFECT")
    return { ...base, type: "ROUNDED_RECTANGLE", effects: figEffects({ shadows: style.shadows }) };
  return { ...base, type: "ROUNDED_RECTANGLE", fillPaints: figPaints([{ color: style.color }], design) };
}

function collectionNode({ id, name, modes }: Collection, design: Design) {
  return {
    guid: guid(id),
    type: "VARIABLE_SET",
    name,
    key: keyOf(design, id),
    isPublishable: true,
    variableSetModes: modes.map((mode, index) => ({
      id: guid(mode.id),
      name: mode.name,
      sortPosition: position(index),
    })),
  };
}

function variableNode(
  { id, name, type, scopes, description, web, values }: Variable,
  { id: set }: Collection,
  index: number,
  design: Design,
) {
  return {
    guid: guid(id),
    type: "VARIABLE",
    name,
    key: keyOf(design, id),
    isPublishable: true,
    sortPosition: position(index),
    description: description ?? "",
    variableSetID: { guid: guid(set) },
    variableResolvedType: type,
    variableScopes: scopes.map((scope) => (scope === "STROKE_COLOR" ? "STROKE" : scope)),
    ...(web && { codeSyntax: { entries: [{ platform: "WEB", value: web }] } }),
    variableDataValues: {
      entries: Object.entries(values).map(([mode, value]) => ({
        modeID: guid(mode),
        variableData: dataOf(value, type),
      })),
    },
  };
}

function dataOf(value: VariableValue, type: Variable["type"]) {
  if (typeof value === "object") return aliasData(value.alias, type);
  const base = { dataType: type, resolvedDataType: type };
  if (type === "COLOR") return { ...base, value: { colorValue: rgba(value as Hex) } };
  if (type === "BOOLEAN") return { ...base, value: { boolValue: value } };
  return { ...base, value: type === "FLOAT" ? { floatValue: value } : { textValue: value } };
}
