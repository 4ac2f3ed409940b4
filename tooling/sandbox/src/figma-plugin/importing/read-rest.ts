import type { ConstraintType, LetterSpacing, LineHeight, Vector } from "@figma/plugin-typings/plugin-api-standalone.js";
import { transformOf } from "../exporting/gradient-handles.ts";
import type { NodeRecord } from "../file/node-record.ts";
import { placeNode } from "../file/place-node.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { frozen } from "../nodes/frozen.ts";
import { type LetterStyle, plainStyle } from "../text/text-runs.ts";

/** A node as REST writes it; what it holds depends on its type. */
export interface RestNode {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly children?: readonly RestNode[];
  readonly [key: string]: unknown;
}

const constraintNames: Readonly<Record<string, ConstraintType>> = {
  LEFT: "MIN",
  TOP: "MIN",
  RIGHT: "MAX",
  BOTTOM: "MAX",
  LEFT_RIGHT: "STRETCH",
  TOP_BOTTOM: "STRETCH",
};

/** What is kept as REST writes it. */
const kept = [
  "name",
  "visible",
  "locked",
  "opacity",
  "blendMode",
  "minWidth",
  "maxWidth",
  "minHeight",
  "maxHeight",
  "layoutPositioning",
  "layoutGrow",
  "layoutAlign",
  "clipsContent",
  "isMask",
  "layoutMode",
  "layoutWrap",
  "itemSpacing",
  "counterAxisSpacing",
  "paddingLeft",
  "paddingRight",
  "paddingTop",
  "paddingBottom",
  "primaryAxisAlignItems",
  "counterAxisAlignItems",
  "layoutSizingHorizontal",
  "layoutSizingVertical",
  "gridRowCount",
  "gridColumnCount",
  "gridRowGap",
  "gridColumnGap",
  "strokeWeight",
  "strokeAlign",
  "strokeJoin",
  "strokeCap",
  "effects",
  "boundVariables",
  "explicitVariableModes",
  "componentPropertyDefinitions",
  "componentPropertyReferences",
  "booleanOperation",
  "shapeType",
  "reactions",
  "annotations",
  "componentId",
  "overflowDirection",
  "connectorStart",
  "connectorEnd",
  "connectorLineType",
] as const;

/** Adds a page with all that is on it, under the ids that REST gives. */
export function readRestPage(file: SimulatedFile, page: RestNode): NodeRecord {
  const record = file.adopt(page.id, "PAGE");
  Object.assign(record.values, { name: page.name });
  placeNode(file, record, file.root);
  for (const child of page.children ?? []) readRestNode(file, child, record, { x: 0, y: 0 });
  linkInstances(file);
  return record;
}

/**
 * Adds a node and all below it.
 *
 * @param origin where in the page the frame stands that the node's position counts from
 */
export function readRestNode(file: SimulatedFile, rest: RestNode, parent: NodeRecord, origin: Vector): NodeRecord {
  const record = file.adopt(rest.id, rest.type);
  const values = record.values;
  for (const key of kept) if (rest[key] !== undefined) values[key] = frozen(rest[key]);
  const box = (rest.absoluteBoundingBox as
    | { x: number; y: number; width: number; height: number }
    | null
    | undefined) ?? {
    ...origin,
    width: 0,
    height: 0,
  };
  Object.assign(values, place(rest, box, origin));
  if (Array.isArray(rest.fills)) values.fills = frozen(rest.fills.map(paint));
  if (Array.isArray(rest.strokes)) values.strokes = frozen(rest.strokes.map(paint));
  Object.assign(values, corners(rest), constraints(rest));
  if (rest.type === "TEXT") Object.assign(values, letters(rest));
  else if (typeof rest.characters === "string") addText(file, record, rest.characters);
  // REST does not tell the paths of vectors unless it is asked to: their box stands for them.
  if (rest.type === "VECTOR") values.vectorPaths = paths(rest, box);
  placeNode(file, record, parent);
  const isGroup = rest.type === "GROUP" || rest.type === "BOOLEAN_OPERATION";
  for (const child of rest.children ?? []) readRestNode(file, child, record, isGroup ? origin : box);
  return record;
}

function place(rest: RestNode, box: { x: number; y: number; width: number; height: number }, origin: Vector) {
  const size = rest.size as Vector | undefined;
  const transform = rest.relativeTransform as readonly (readonly number[])[] | undefined;
  const rotation = typeof rest.rotation === "number" ? (-rest.rotation * 180) / Math.PI : 0;
  return {
    x: transform?.[0]?.[2] ?? box.x - origin.x,
    y: transform?.[1]?.[2] ?? box.y - origin.y,
    width: size?.x ?? box.width,
    height: size?.y ?? box.height,
    ...(transform && size && rotation !== 0 && { rotation }),
  };
}

function paint(rest: Record<string, unknown>): object {
  const {
    color,
    gradientHandlePositions,
    gradientStops,
    imageRef,
    blendMode,
    visible,
    opacity,
    type,
    scaleMode,
    boundVariables,
  } = rest as Record<string, never> & { color?: { r: number; g: number; b: number; a: number } };
  const common = { type, blendMode: blendMode ?? "NORMAL", visible: visible ?? true, opacity: opacity ?? 1 };
  if (color) {
    const { r, g, b, a } = color;
    return {
      ...common,
      color: { r, g, b },
      opacity: opacity ?? a ?? 1,
      ...((boundVariables as unknown) ? { boundVariables } : {}),
    };
  }
  if (gradientStops) return { ...common, gradientTransform: transformOf(gradientHandlePositions ?? []), gradientStops };
  return { ...common, scaleMode: scaleMode ?? "FILL", imageHash: imageRef ?? null };
}

function corners(rest: RestNode): object {
  const [one, two, three, four] = (rest.rectangleCornerRadii as number[] | undefined) ?? [];
  const all = (rest.cornerRadius as number | undefined) ?? 0;
  if (one === undefined && all === 0) return {};
  return {
    topLeftRadius: one ?? all,
    topRightRadius: two ?? all,
    bottomRightRadius: three ?? all,
    bottomLeftRadius: four ?? all,
  };
}

function constraints(rest: RestNode): object {
  const { horizontal, vertical } = (rest.constraints as Record<string, string> | undefined) ?? {};
  if (!horizontal || !vertical) return {};
  const name = (one: string) => constraintNames[one] ?? (one as ConstraintType);
  return { constraints: frozen({ horizontal: name(horizontal), vertical: name(vertical) }) };
}

function letterStyle(style: Record<string, unknown>, fills: unknown): LetterStyle {
  const family = (style.fontFamily as string | undefined) ?? "Inter";
  const px = style.lineHeightPx as number | undefined;
  const auto = style.lineHeightUnit === "INTRINSIC_%" || px === undefined;
  const lineHeight: LineHeight = auto ? { unit: "AUTO" } : { unit: "PIXELS", value: px };
  const letterSpacing: LetterSpacing = { unit: "PIXELS", value: (style.letterSpacing as number | undefined) ?? 0 };
  return frozen({
    ...plainStyle,
    fontName: { family, style: (style.fontStyle as string | undefined) ?? styleFor(style) },
    fontSize: (style.fontSize as number | undefined) ?? 12,
    lineHeight,
    letterSpacing,
    ...(style.textCase ? { textCase: style.textCase as LetterStyle["textCase"] } : {}),
    ...(style.textDecoration ? { textDecoration: style.textDecoration as LetterStyle["textDecoration"] } : {}),
    ...(Array.isArray(fills) ? { fills: fills.map(paint) as LetterStyle["fills"] } : {}),
  });
}

function styleFor(style: Record<string, unknown>): string {
  const names: Readonly<Record<number, string>> = {
    100: "Thin",
    200: "Extra Light",
    300: "Light",
    500: "Medium",
    600: "Semi Bold",
    700: "Bold",
    800: "Extra Bold",
    900: "Black",
  };
  const name = names[Number(style.fontWeight)] ?? "Regular";
  if (!style.italic) return name;
  return name === "Regular" ? "Italic" : `${name} Italic`;
}

function letters(rest: RestNode): object {
  const style = (rest.style as Record<string, unknown> | undefined) ?? {};
  const table = (rest.styleOverrideTable as Record<string, Record<string, unknown>> | undefined) ?? {};
  const overrides = (rest.characterStyleOverrides as number[] | undefined) ?? [];
  const characters = String(rest.characters ?? "");
  const runs: { length: number; style: LetterStyle }[] = [];
  let last = -1;
  for (let i = 0; i < characters.length; i++) {
    const number = overrides[i] ?? 0;
    const run = runs.at(-1);
    if (run && number === last) run.length++;
    else
      runs.push({
        length: 1,
        style: letterStyle({ ...style, ...table[number] }, table[number]?.fills ?? rest.fills),
      });
    last = number;
  }
  if (runs.length === 0) runs.push({ length: 0, style: letterStyle(style, rest.fills) });
  return {
    characters,
    autoRename: rest.name === characters,
    runs: frozen(runs),
    textAlignHorizontal: style.textAlignHorizontal ?? "LEFT",
    textAlignVertical: style.textAlignVertical ?? "TOP",
    textAutoResize: style.textAutoResize ?? "NONE",
  };
}

function paths(rest: RestNode, { width, height }: { width: number; height: number }): unknown {
  const geometry = rest.fillGeometry as { path: string; windingRule?: string }[] | undefined;
  if (geometry?.length) {
    return frozen(geometry.map(({ path, windingRule }) => ({ data: path, windingRule: windingRule ?? "NONZERO" })));
  }
  const data = `M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} Z`;
  return frozen([{ windingRule: "NONZERO", data }]);
}

function addText(file: SimulatedFile, node: NodeRecord, characters: string): void {
  const text = file.adopt(`${node.id}:text`, "TEXT_SUBLAYER");
  Object.assign(text.values, { characters, runs: frozen([{ length: characters.length, style: plainStyle }]) });
  node.values.text = text;
}

/** Instances whose component is in the document follow it from now on; sublayers are found by the ends of their ids. */
function linkInstances(file: SimulatedFile): void {
  for (const node of file.nodes.values()) {
    if (node.type !== "INSTANCE") continue;
    file.instances.add(node);
    const component = file.nodes.get(String(node.values.componentId));
    if (component?.type !== "COMPONENT") continue;
    node.values.source = component;
    for (const child of node.children)
      for (const below of child.subtree()) {
        const counterpart = file.nodes.get(below.id.slice(below.id.lastIndexOf(";") + 1));
        if (counterpart && counterpart !== below && counterpart.type === below.type) below.values.source = counterpart;
      }
  }
}
