import type { Overrides } from "@figma/rest-api-spec";
import { guidText } from "./guid-text.ts";
import type { KiwiNode } from "./kiwi.ts";

/** REST's words for the fields that are overridden most; others are told in the file's. */
const words: Readonly<Record<string, string>> = {
  fillPaints: "fills",
  strokePaints: "strokes",
  textData: "characters",
  styleIdForFill: "inheritFillStyleId",
  styleIdForStrokeFill: "inheritFillStyleIdForStroke",
  styleIdForText: "inheritTextStyleId",
  styleIdForEffect: "inheritEffectStyleId",
  styleIdForGrid: "inheritGridStyleId",
  fontName: "fontFamily",
  stackSpacing: "itemSpacing",
  stackMode: "layoutMode",
  stackHorizontalPadding: "horizontalPadding",
  stackVerticalPadding: "verticalPadding",
  stackPaddingRight: "paddingRight",
  stackPaddingBottom: "paddingBottom",
  stackPrimarySizing: "primaryAxisSizingMode",
  stackCounterSizing: "counterAxisSizingMode",
  overriddenSymbolID: "componentId",
  componentPropAssignments: "componentProperties",
  variableConsumptionMap: "boundVariables",
  prototypeInteractions: "interactions",
  frameMaskDisabled: "clipsContent",
};

/** The fields that say where a patch belongs, not what it changes. */
const addressing = new Set(["guid", "guidPath", "type", "parentIndex", "overrideKey", "styleID"]);

/** Which fields a person changed in an instance, by layer. */
export function overridesOf(instance: KiwiNode, id: string): Overrides[] {
  return (instance.symbolData?.symbolOverrides ?? []).flatMap((patch) => {
    const path = (patch.guidPath?.guids ?? []).map(guidText);
    const changed = Object.keys(patch).filter((field) => !addressing.has(field));
    if (changed.length === 0) return [];
    const inside = `${id.startsWith("I") ? "" : "I"}${[id, ...path].join(";")}`;
    return [{ id: path.length === 0 ? id : inside, overriddenFields: changed.map((field) => words[field] ?? field) }];
  });
}
