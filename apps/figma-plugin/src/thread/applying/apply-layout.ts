import type { LayoutFields, PlacementFields, Props } from "@drawbridge/figma/operations";
import type { FrameNode, LayoutGrid, SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { four } from "./four.ts";
import type { Stage } from "./stage.ts";

/** Anything that can lay out its children. */
type Frame = Extract<SceneNode, { layoutMode: unknown }>;

function frameOf(node: SceneNode): Frame {
  if ("layoutMode" in node) return node;
  throw new Problem("invalid", `A ${node.type} lays out nothing`, {
    rule: "only frames, components, sets and instances have a layout",
    mend: "Put its children into a FRAME and set the layout there.",
  });
}

/** How a frame arranges its children. */
export function applyLayout(stage: Stage, node: SceneNode, fields: LayoutFields): void {
  const frame = frameOf(node);
  const { mode, align, crossAlign, padding, grids } = fields;
  if (mode !== undefined && mode !== frame.layoutMode) setMode(stage, frame, mode);
  if (frame.layoutMode === "GRID") applyTracks(stage, frame, fields);
  else applySpacing(stage, frame, fields);
  if (align !== undefined) stage.set(frame, "primaryAxisAlignItems", align);
  if (crossAlign !== undefined) stage.set(frame, "counterAxisAlignItems", crossAlign);
  if (padding !== undefined) applyPadding(stage, frame, padding);
  if (grids !== undefined) stage.set(frame, "layoutGrids", grids.map(gridOf));
}

/** Children that are laid out lose the places that they had, and the frame its size. */
function setMode(stage: Stage, frame: Frame, mode: NonNullable<LayoutFields["mode"]>): void {
  if (!stage.isOwn(frame)) {
    stage.geometry(frame);
    for (const child of frame.children) stage.geometry(child);
  }
  stage.set(frame, "layoutMode", mode);
}

function applyTracks(stage: Stage, frame: Frame, { rows, columns, gap, crossGap }: LayoutFields): void {
  if (rows !== undefined) stage.set(frame, "gridRowCount", rows);
  if (columns !== undefined) stage.set(frame, "gridColumnCount", columns);
  if (gap !== undefined) stage.set(frame, "gridColumnGap", gap);
  if (crossGap !== undefined) stage.set(frame, "gridRowGap", crossGap);
}

function applySpacing(stage: Stage, frame: Frame, { gap, wrap, crossGap }: LayoutFields): void {
  if (gap !== undefined) stage.set(frame, "itemSpacing", gap);
  if (wrap !== undefined) stage.set(frame, "layoutWrap", wrap ? "WRAP" : "NO_WRAP");
  if (crossGap !== undefined) stage.set(frame, "counterAxisSpacing", crossGap);
}

function applyPadding(stage: Stage, frame: Frame, padding: number | readonly number[]): void {
  const [top, right, bottom, left] = four(padding);
  stage.set(frame, "paddingTop", top);
  stage.set(frame, "paddingRight", right);
  stage.set(frame, "paddingBottom", bottom);
  stage.set(frame, "paddingLeft", left);
}

function gridOf({ pattern, count, gutter, offset, size }: NonNullable<LayoutFields["grids"]>[number]): LayoutGrid {
  if (pattern === "GRID") return { pattern, sectionSize: size ?? 8 };
  const stretched = size === undefined;
  return {
    pattern,
    alignment: stretched ? "STRETCH" : "MIN",
    gutterSize: gutter ?? 16,
    count: count ?? 12,
    ...(size !== undefined && { sectionSize: size }),
    offset: offset ?? 0,
  };
}

/** How a node stands in its parent. */
export function applyPlacement(stage: Stage, node: SceneNode, fields: PlacementFields): void {
  if (!("layoutSizingHorizontal" in node)) throw new Problem("invalid", `A ${node.type} is not placed by a layout`);
  const { horizontal, vertical, absolute, constraints, cell } = fields;
  const moves = horizontal !== undefined || vertical !== undefined || absolute !== undefined;
  if (moves) stage.geometry(node);
  if (absolute !== undefined) stage.set(node, "layoutPositioning", absolute ? "ABSOLUTE" : "AUTO");
  if (horizontal !== undefined) stage.set(node, "layoutSizingHorizontal", horizontal);
  if (vertical !== undefined) stage.set(node, "layoutSizingVertical", vertical);
  for (const key of ["minWidth", "maxWidth", "minHeight", "maxHeight"] as const) {
    const value = fields[key];
    if (value !== undefined) stage.set(node, key, value);
  }
  if (constraints !== undefined) {
    if (!("constraints" in node)) throw new Problem("invalid", `A ${node.type} has no constraints`);
    stage.set(node, "constraints", { ...node.constraints, ...constraints } as FrameNode["constraints"]);
  }
  if (cell !== undefined) {
    const [row, column] = cell;
    stage.back(node, () => ({
      do: "cell",
      id: node.id,
      row: node.gridRowAnchorIndex,
      column: node.gridColumnAnchorIndex,
    }));
    node.setGridChildPosition(row, column);
  }
}

/** Place, size and turn. */
export function applyGeometry(stage: Stage, node: SceneNode, { x, y, width, height, rotation }: Props): void {
  if (x === undefined && y === undefined && width === undefined && height === undefined && rotation === undefined)
    return;
  stage.geometry(node);
  if (width !== undefined || height !== undefined) resize(stage, node, width, height);
  if (rotation !== undefined) {
    if (!("rotation" in node)) throw new Problem("invalid", `A ${node.type} cannot be turned`);
    stage.set(node, "rotation", rotation);
  }
  if (x !== undefined) node.x = x;
  if (y !== undefined) node.y = y;
}

function resize(stage: Stage, node: SceneNode, width?: number, height?: number): void {
  if (!("resize" in node)) {
    throw new Problem("invalid", `A ${node.type} has a size of its own`, { mend: "Leave width and height out." });
  }
  // Children move and grow with their constraints, which the way back has to undo one by one.
  if ("children" in node && !stage.isOwn(node)) {
    const follows = node.type === "GROUP" || node.type === "BOOLEAN_OPERATION";
    for (const child of node.children) recordBelow(stage, child, follows);
  }
  const size = [
    Math.max(width ?? node.width, 0.01),
    node.type === "LINE" ? 0 : Math.max(height ?? node.height, 0.01),
  ] as const;
  node.resize(...size);
}

function recordBelow(stage: Stage, node: SceneNode, always: boolean): void {
  stage.geometry(node, always);
  if ("children" in node && node.type !== "INSTANCE")
    for (const child of node.children) recordBelow(stage, child, always);
}
