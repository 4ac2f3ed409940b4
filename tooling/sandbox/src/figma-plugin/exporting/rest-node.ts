import { mainComponent } from "../components/create-instance.ts";
import { componentProperties } from "../components/instance-members.ts";
import type { NodeRecord } from "../file/node-record.ts";
import { absoluteMatrix, boundsUnder, boxOf, numberOf } from "../layout/boxes.ts";
import { cornerKeys } from "../nodes/corner-members.ts";
import { sizingOf } from "../nodes/geometry-members.ts";
import { isAutoLayout } from "../nodes/rules.ts";
import { effectsOf, paintsOf, resolvePaints } from "../styles/worn.ts";
import { runsOf } from "../text/text-runs.ts";
import { restEffect, restPaint } from "./rest-paints.ts";
import { restText } from "./rest-text.ts";

const across: Readonly<Record<string, string>> = { MIN: "LEFT", MAX: "RIGHT", STRETCH: "LEFT_RIGHT" };
const down: Readonly<Record<string, string>> = { MIN: "TOP", MAX: "BOTTOM", STRETCH: "TOP_BOTTOM" };
const renamed: Readonly<Record<string, string>> = { PAGE: "CANVAS" };

/** What REST writes under the same name, where it is set and not what is usual. */
const plain: readonly (readonly [string, unknown])[] = [
  ["locked", false],
  ["opacity", 1],
  ["minWidth", null],
  ["maxWidth", null],
  ["minHeight", null],
  ["maxHeight", null],
  ["layoutPositioning", "AUTO"],
  ["layoutGrow", 0],
  ["clipsContent", undefined],
  ["isMask", false],
  ["reactions", undefined],
  ["annotations", undefined],
  ["explicitVariableModes", undefined],
  ["componentPropertyDefinitions", undefined],
  ["componentPropertyReferences", undefined],
  ["booleanOperation", undefined],
  ["shapeType", undefined],
  ["connectorStart", undefined],
  ["connectorEnd", undefined],
  ["connectorLineType", undefined],
  ["overflowDirection", "NONE"],
  ["layoutGrids", undefined],
  ["sectionContentsHidden", false],
];

/** What REST leaves out of a layout. */
const usual = new Set<unknown>([0, "MIN", "NO_WRAP"]);

const ofGrid = ["gridRowCount", "gridColumnCount", "gridRowGap", "gridColumnGap"];
const ofStack = ["layoutWrap", "itemSpacing", "counterAxisSpacing", "primaryAxisAlignItems", "counterAxisAlignItems"];
const ofAutoLayout = ["layoutMode", "paddingLeft", "paddingRight", "paddingTop", "paddingBottom"];

/** A node and all below it in the shape that the REST API gives them, as `JSON_REST_V1` does. */
export function restNode(node: NodeRecord): object {
  const children = hasChildren(node) && { children: node.children.map(restNode) };
  return {
    id: node.id,
    name: node.get("name") ?? "",
    type: renamed[node.type] ?? node.type,
    ...(node.effective("visible") === false && { visible: false }),
    ...Object.fromEntries(plainValues(node)),
    ...(node.type !== "PAGE" && node.type !== "DOCUMENT" && scene(node)),
    ...children,
  };
}

function hasChildren({ type, children }: NodeRecord): boolean {
  return (
    children.length > 0 || ["FRAME", "COMPONENT", "INSTANCE", "GROUP", "SECTION", "PAGE", "DOCUMENT"].includes(type)
  );
}

function* plainValues(node: NodeRecord): Generator<[string, unknown]> {
  for (const [key, usual] of plain) {
    const value = node.effective(key);
    if (value === undefined || value === usual || (typeof value === "object" && value && isEmpty(value))) continue;
    yield [key, value];
  }
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

function scene(node: NodeRecord): object {
  const rotation = numberOf(node, "rotation");
  const box = boundsUnder(absoluteMatrix(node), boxOf(node));
  return {
    blendMode: node.get("blendMode") ?? "PASS_THROUGH",
    ...(rotation !== 0 && { rotation: (-rotation * Math.PI) / 180 }),
    absoluteBoundingBox: box,
    ...constraintsOf(node),
    ...paints(node),
    ...cornersOf(node),
    ...layout(node),
    effects: effectsOf(node.file, node).map(restEffect),
    ...bound(node),
    ...instance(node),
    ...(node.type === "TEXT" && restText(node)),
    ...(node.values.text !== undefined && {
      characters: (node.values.text as NodeRecord).get("characters") ?? "",
    }),
    ...(node.type === "VECTOR" && { fillGeometry: geometry(node) }),
  };
}

function geometry(node: NodeRecord): object[] {
  const paths = (node.get("vectorPaths") as { data: string; windingRule: string }[] | undefined) ?? [];
  return paths.map(({ data, windingRule }) => ({ path: data, windingRule }));
}

function constraintsOf(node: NodeRecord): object | undefined {
  const constraints = node.get("constraints") as { horizontal: string; vertical: string } | undefined;
  if (!constraints) return undefined;
  const { horizontal, vertical } = constraints;
  return { constraints: { vertical: down[vertical] ?? vertical, horizontal: across[horizontal] ?? horizontal } };
}

function paints(node: NodeRecord): object {
  const styles = Object.entries({
    fill: "fillStyleId",
    stroke: "strokeStyleId",
    effect: "effectStyleId",
    grid: "gridStyleId",
  })
    .map(([name, key]) => [name, node.get(key)])
    .filter(([, id]) => id);
  const runs = node.type === "TEXT" ? runsOf(node) : [];
  const first = runs[0]?.style;
  if (first?.textStyleId) styles.push(["text", first.textStyleId]);
  if (first?.fillStyleId) styles.push(["fill", first.fillStyleId]);
  const fills = first ? resolvePaints(node.file, node, first.fills) : paintsOf(node.file, node, "fills");
  const strokes = paintsOf(node.file, node, "strokes");
  return {
    fills: fills.map(restPaint),
    strokes: strokes.map(restPaint),
    ...(strokes.length > 0 && {
      strokeWeight: numberOf(node, "strokeWeight", 1),
      strokeAlign: node.get("strokeAlign") ?? "INSIDE",
    }),
    ...(styles.length > 0 && { styles: Object.fromEntries(styles) }),
  };
}

function cornersOf(node: NodeRecord): object | undefined {
  const all = cornerKeys.map((key) => numberOf(node, key));
  const [first = 0, ...others] = all;
  if (others.every((one) => one === first)) {
    const radius = first || numberOf(node, "cornerRadius");
    return radius ? { cornerRadius: radius } : undefined;
  }
  return { rectangleCornerRadii: all };
}

function layout(node: NodeRecord): object {
  const own = isAutoLayout(node)
    ? [...ofAutoLayout, ...(node.get("layoutMode") === "GRID" ? ofGrid : ofStack)]
        .map((key) => [key, node.effective(key)])
        .filter(([, value]) => value !== undefined && !usual.has(value))
    : [];
  const sized = isAutoLayout(node) || isAutoLayout(node.parent);
  return {
    ...Object.fromEntries(own),
    ...(sized && {
      layoutSizingHorizontal: sizingOf(node, "layoutSizingHorizontal"),
      layoutSizingVertical: sizingOf(node, "layoutSizingVertical"),
    }),
  };
}

function bound(node: NodeRecord): object | undefined {
  const fields = node.get("boundVariables") as object | undefined;
  return fields && !isEmpty(fields) ? { boundVariables: fields } : undefined;
}

function instance(node: NodeRecord): object | undefined {
  if (node.type !== "INSTANCE") return undefined;
  return {
    componentId: mainComponent(node)?.id ?? node.get("componentId") ?? "",
    componentProperties: componentProperties(node),
  };
}
