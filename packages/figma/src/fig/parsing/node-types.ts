import type { SubcanvasNode } from "@figma/rest-api-spec";
import type { KiwiNode } from "./kiwi.ts";
import { translate } from "./translate.ts";

type NodeType = SubcanvasNode["type"];

/** REST's types for the file's. What REST has no type for has that of what it is drawn as. */
const types: Readonly<Record<string, NodeType>> = {
  GROUP: "GROUP",
  FRAME: "FRAME",
  BOOLEAN_OPERATION: "BOOLEAN_OPERATION",
  VECTOR: "VECTOR",
  STAR: "STAR",
  LINE: "LINE",
  ELLIPSE: "ELLIPSE",
  RECTANGLE: "RECTANGLE",
  ROUNDED_RECTANGLE: "RECTANGLE",
  REGULAR_POLYGON: "REGULAR_POLYGON",
  TEXT: "TEXT",
  TEXT_PATH: "TEXT_PATH",
  SLICE: "SLICE",
  SYMBOL: "COMPONENT",
  INSTANCE: "INSTANCE",
  SECTION: "SECTION",
  TRANSFORM: "TRANSFORM_GROUP",
  STICKY: "STICKY",
  SHAPE_WITH_TEXT: "SHAPE_WITH_TEXT",
  CODE_BLOCK: "SHAPE_WITH_TEXT",
  CONNECTOR: "CONNECTOR",
  TABLE: "TABLE",
  WASHI_TAPE: "WASHI_TAPE",
  HIGHLIGHT: "VECTOR",
  WIDGET: "WIDGET",
  STAMP: "RECTANGLE",
  MEDIA: "RECTANGLE",
  SLIDE: "FRAME",
  SLIDE_ROW: "FRAME",
  SLIDE_GRID: "FRAME",
  INTERACTIVE_SLIDE_ELEMENT: "FRAME",
  MODULE: "FRAME",
  RESPONSIVE_SET: "FRAME",
  RESPONSIVE_NODE_SET: "FRAME",
  WEBPAGE: "FRAME",
  REPEATER: "FRAME",
  CODE_INSTANCE: "FRAME",
  CODE_LAYER: "FRAME",
  CMS_RICH_TEXT: "FRAME",
  EMBEDDED_PROTOTYPE: "EMBED",
  CODE_EMBED: "EMBED",
};

/** Undefined for what is no layer: a variable, a brush, a keyframe. */
export function typeOf(node: KiwiNode): NodeType | undefined {
  if (node.type !== "FRAME") return translate(types, node.type);
  if (node.isStateGroup === true) return "COMPONENT_SET";
  // A group is stored as a frame that is as large as what is in it.
  return node.resizeToFit === true ? "GROUP" : "FRAME";
}
