import type { Kiwi, KiwiNode } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import type { Modes } from "./variable-table.ts";

/** The field that holds what a number binds, by the file's words for bindings. */
const numbers = {
  CORNER_RADIUS: "cornerRadius",
  RECTANGLE_TOP_LEFT_CORNER_RADIUS: "rectangleTopLeftCornerRadius",
  RECTANGLE_TOP_RIGHT_CORNER_RADIUS: "rectangleTopRightCornerRadius",
  RECTANGLE_BOTTOM_LEFT_CORNER_RADIUS: "rectangleBottomLeftCornerRadius",
  RECTANGLE_BOTTOM_RIGHT_CORNER_RADIUS: "rectangleBottomRightCornerRadius",
  STROKE_WEIGHT: "strokeWeight",
  BORDER_TOP_WEIGHT: "borderTopWeight",
  BORDER_RIGHT_WEIGHT: "borderRightWeight",
  BORDER_BOTTOM_WEIGHT: "borderBottomWeight",
  BORDER_LEFT_WEIGHT: "borderLeftWeight",
  STACK_SPACING: "stackSpacing",
  STACK_COUNTER_SPACING: "stackCounterSpacing",
  STACK_PADDING_LEFT: "stackHorizontalPadding",
  STACK_PADDING_TOP: "stackVerticalPadding",
  STACK_PADDING_RIGHT: "stackPaddingRight",
  STACK_PADDING_BOTTOM: "stackPaddingBottom",
  FONT_SIZE: "fontSize",
  PARAGRAPH_SPACING: "paragraphSpacing",
  PARAGRAPH_INDENT: "paragraphIndent",
} as const satisfies Record<string, keyof KiwiNode>;

/**
 * A node with what its variables come to in the modes that it is in: a layer of an instance has the values of its component,
 * which may be in another mode. (Sizes are computed by Figma, and stored.)
 */
export function withBoundValues(node: KiwiNode, { variables }: Mapping, modes: Modes): KiwiNode {
  const entries = node.variableConsumptionMap?.entries ?? [];
  if (entries.length === 0) return node;
  let result = node;
  for (const { variableField, variableData } of entries)
    if (variableData?.dataType === "ALIAS")
      result = { ...result, ...fieldsFrom(variableField ?? "", variables.valueOf(variableData, modes), result) };
  return result;
}

function fieldsFrom(field: string, value: Kiwi<"VariableAnyValue"> | undefined, node: KiwiNode): KiwiNode {
  if (value === undefined) return {};
  const { boolValue, floatValue, textValue } = value;
  if (field === "VISIBLE" && boolValue !== undefined) return { visible: boolValue };
  if (field === "OPACITY" && floatValue !== undefined) return { opacity: floatValue / 100 };
  if (field === "TEXT_DATA" && textValue !== undefined && textValue !== node.textData?.characters)
    return { textData: { characters: textValue } };
  if (floatValue !== undefined && Object.hasOwn(numbers, field))
    return { [numbers[field as keyof typeof numbers]]: floatValue };
  return {};
}
