const names: Readonly<Record<string, string>> = {
  DOCUMENT: "document",
  CANVAS: "page",
  FRAME: "frame",
  GROUP: "group",
  SECTION: "section",
  COMPONENT: "component",
  COMPONENT_SET: "set",
  INSTANCE: "instance",
  TEXT: "text",
  TEXT_PATH: "text-path",
  RECTANGLE: "rect",
  ELLIPSE: "ellipse",
  LINE: "line",
  VECTOR: "vector",
  STAR: "star",
  REGULAR_POLYGON: "polygon",
  BOOLEAN_OPERATION: "boolean",
  TRANSFORM_GROUP: "transform-group",
  SLICE: "slice",
  STICKY: "sticky",
  SHAPE_WITH_TEXT: "shape",
  CONNECTOR: "connector",
  TABLE: "table",
  TABLE_CELL: "cell",
  WASHI_TAPE: "washi-tape",
  WIDGET: "widget",
  EMBED: "embed",
  LINK_UNFURL: "link-unfurl",
};

/** What a type of Figma's is called in a tree; one that came after the specification keeps its own name. */
export function typeName(type: string): string {
  return names[type] ?? String(type).toLowerCase().replaceAll("_", "-");
}

const known: ReadonlySet<string> = new Set(Object.values(names));

/** Whether it is what some type is called in a tree. */
export function isTypeName(name: string): boolean {
  return known.has(name);
}
