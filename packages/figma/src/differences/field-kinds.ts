import type { ChangeKind } from "./change.ts";

const fields: Partial<Record<ChangeKind, readonly string[]>> = {
  restyled: [
    ...[
      "fills",
      "strokes",
      "effects",
      "opacity",
      "blendMode",
      "cornerRadius",
      "rectangleCornerRadii",
      "cornerSmoothing",
    ],
    ...[
      "strokeWeight",
      "individualStrokeWeights",
      "strokeAlign",
      "strokeCap",
      "strokeJoin",
      "strokeDashes",
      "strokeMiterAngle",
    ],
    ...["isMask", "maskType", "isMaskOutline", "arcData", "fillGeometry", "strokeGeometry", "fillOverrideTable"],
    ...["style", "styleOverrideTable", "characterStyleOverrides", "lineTypes", "lineIndentations", "booleanOperation"],
  ],
  "laid out": [
    ...["layoutMode", "layoutWrap", "primaryAxisSizingMode", "counterAxisSizingMode", "primaryAxisAlignItems"],
    ...[
      "counterAxisAlignItems",
      "counterAxisAlignContent",
      "paddingLeft",
      "paddingRight",
      "paddingTop",
      "paddingBottom",
    ],
    ...[
      "itemSpacing",
      "counterAxisSpacing",
      "layoutAlign",
      "layoutGrow",
      "layoutPositioning",
      "layoutSizingHorizontal",
    ],
    ...["layoutSizingVertical", "minWidth", "maxWidth", "minHeight", "maxHeight", "constraints", "clipsContent"],
    ...["overflowDirection", "preserveRatio", "rotation", "scrollBehavior", "isFixed", "strokesIncludedInLayout"],
    ...["itemReverseZIndex", "layoutGrids", "gridRowCount", "gridColumnCount", "gridRowGap", "gridColumnGap"],
    ...["gridColumnsSizing", "gridRowsSizing", "gridRowSpan", "gridColumnSpan", "gridRowAnchorIndex"],
    ...["gridColumnAnchorIndex", "gridChildHorizontalAlign", "gridChildVerticalAlign"],
  ],
  component: [
    ...["componentProperties", "componentPropertyDefinitions", "componentPropertyReferences", "isExposedInstance"],
  ],
  prototype: [
    ...["interactions", "transitionNodeID", "transitionDuration", "transitionEasing", "prototypeStartNodeID"],
    ...["flowStartingPoints", "prototypeDevice", "prototypeBackgrounds"],
  ],
  visibility: ["visible", "locked"],
};

/** Told on their own, by other fields, or (geometry in the file's coordinates, what was overridden) by what follows from them. */
const untold = new Set([
  ...[
    "id",
    "name",
    "type",
    "children",
    "characters",
    "styles",
    "boundVariables",
    "explicitVariableModes",
    "componentId",
  ],
  ...["absoluteBoundingBox", "absoluteRenderBounds", "relativeTransform", "size", "layoutVersion", "background"],
  ...["overrides", "exposedInstances", "backgroundColor"],
]);

const kinds = new Map(
  Object.entries(fields).flatMap(([kind, names]) => names.map((name) => [name, kind as ChangeKind] as const)),
);

/** What a change of a node's field is called; undefined where the field is not told by itself. A field that is not known is told too. */
export function kindOfField(field: string): ChangeKind | undefined {
  return untold.has(field) ? undefined : (kinds.get(field) ?? "other");
}
