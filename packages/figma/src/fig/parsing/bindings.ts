import type { IsLayerTrait, VariableAlias } from "@figma/rest-api-spec";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";

type Bindings = NonNullable<IsLayerTrait["boundVariables"]>;
type Written = Record<string, unknown>;

const at =
  (...path: readonly string[]) =>
  (bindings: Written, alias: VariableAlias) => {
    let inner = bindings;
    for (const field of path.slice(0, -1)) {
      inner[field] ??= {};
      inner = inner[field] as Written;
    }
    inner[path.at(-1) ?? ""] = alias;
  };

const all =
  (...puts: ReadonlyArray<ReturnType<typeof at>>) =>
  (bindings: Written, alias: VariableAlias) => {
    for (const put of puts) put(bindings, alias);
  };

/** Of text, REST tells the variables of each field as a list. */
const inList = (field: string) => (bindings: Written, alias: VariableAlias) => {
  bindings[field] = [alias];
};

const corner = (name: string) => at("rectangleCornerRadii", `RECTANGLE_${name}_CORNER_RADIUS`);
const side = (name: string) => at("individualStrokeWeights", name);

/** Where REST has what is bound, by the file's words for fields. */
const fields: Readonly<Record<string, (bindings: Written, alias: VariableAlias) => void>> = {
  CORNER_RADIUS: all(corner("TOP_LEFT"), corner("TOP_RIGHT"), corner("BOTTOM_LEFT"), corner("BOTTOM_RIGHT")),
  RECTANGLE_TOP_LEFT_CORNER_RADIUS: corner("TOP_LEFT"),
  RECTANGLE_TOP_RIGHT_CORNER_RADIUS: corner("TOP_RIGHT"),
  RECTANGLE_BOTTOM_LEFT_CORNER_RADIUS: corner("BOTTOM_LEFT"),
  RECTANGLE_BOTTOM_RIGHT_CORNER_RADIUS: corner("BOTTOM_RIGHT"),
  STROKE_WEIGHT: all(side("top"), side("right"), side("bottom"), side("left")),
  BORDER_TOP_WEIGHT: side("top"),
  BORDER_RIGHT_WEIGHT: side("right"),
  BORDER_BOTTOM_WEIGHT: side("bottom"),
  BORDER_LEFT_WEIGHT: side("left"),
  STACK_SPACING: at("itemSpacing"),
  STACK_COUNTER_SPACING: at("counterAxisSpacing"),
  STACK_PADDING_LEFT: at("paddingLeft"),
  STACK_PADDING_TOP: at("paddingTop"),
  STACK_PADDING_RIGHT: at("paddingRight"),
  STACK_PADDING_BOTTOM: at("paddingBottom"),
  VISIBLE: at("visible"),
  TEXT_DATA: at("characters"),
  WIDTH: at("size", "x"),
  HEIGHT: at("size", "y"),
  MIN_WIDTH: at("minWidth"),
  MAX_WIDTH: at("maxWidth"),
  MIN_HEIGHT: at("minHeight"),
  MAX_HEIGHT: at("maxHeight"),
  OPACITY: at("opacity"),
  FONT_FAMILY: inList("fontFamily"),
  FONT_STYLE: inList("fontStyle"),
  FONT_SIZE: inList("fontSize"),
  LETTER_SPACING: inList("letterSpacing"),
  LINE_HEIGHT: inList("lineHeight"),
  PARAGRAPH_SPACING: inList("paragraphSpacing"),
  PARAGRAPH_INDENT: inList("paragraphIndent"),
};

/** The variables that a layer's fields are bound to; those of paints, effects and grids are told there too. */
export function bindingsOf(node: KiwiNode, { variables }: Mapping): Bindings | undefined {
  const bindings: Written = {};
  for (const { variableField, variableData } of node.variableConsumptionMap?.entries ?? []) {
    const alias = variables.aliasIn(variableData);
    const field = variableField ?? "";
    if (alias !== undefined && Object.hasOwn(fields, field)) fields[field]?.(bindings, alias);
  }
  const list = (field: string, items: ReadonlyArray<Kiwi<"VariableData"> | undefined>) => {
    if (items.length === 0) return;
    const aliases = items.map((item) => variables.aliasIn(item)).filter((alias) => alias !== undefined);
    if (aliases.length > 0) bindings[field] = aliases;
  };
  list(
    "fills",
    (node.fillPaints ?? []).map(({ colorVar }) => colorVar),
  );
  list(
    "strokes",
    (node.strokePaints ?? []).map(({ colorVar }) => colorVar),
  );
  list(
    "effects",
    (node.effects ?? []).flatMap(({ colorVar, radiusVar, spreadVar, xVar, yVar }) => [
      colorVar,
      radiusVar,
      spreadVar,
      xVar,
      yVar,
    ]),
  );
  list(
    "layoutGrids",
    (node.layoutGrids ?? []).flatMap((grid) => [
      grid.gutterSizeVar,
      grid.numSectionsVar,
      grid.sectionSizeVar,
      grid.offsetVar,
    ]),
  );
  return Object.keys(bindings).length === 0 ? undefined : (bindings as Bindings);
}
