import type { SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Geometry } from "./step.ts";

/** Where a node stands now, and how it comes by its size. */
export function geometryOf(node: SceneNode): Geometry {
  return {
    x: node.x,
    y: node.y,
    width: node.width,
    height: node.height,
    ...("layoutSizingHorizontal" in node && {
      horizontal: node.layoutSizingHorizontal,
      vertical: node.layoutSizingVertical,
    }),
    ...(node.type === "TEXT" && { autoResize: node.textAutoResize }),
  };
}

/** Puts a node back. What its parent or its own content decides is left to them. */
export function restoreGeometry(node: SceneNode, geometry: Geometry): void {
  const { width, height, horizontal, vertical, autoResize } = geometry;
  // Inside an instance, place and size follow from the instance and its component.
  const free = !node.id.startsWith("I");
  if (free && node.x !== geometry.x) node.x = geometry.x;
  if (free && node.y !== geometry.y) node.y = geometry.y;
  const sized = free && differs(node, geometry);
  if (sized && "resizeWithoutConstraints" in node) {
    node.resizeWithoutConstraints(Math.max(width, 0.01), node.type === "LINE" ? 0 : Math.max(height, 0.01));
  } else if (sized && "resize" in node) {
    node.resize(Math.max(width, 0.01), Math.max(height, 0.01));
  }
  if (node.type === "TEXT" && autoResize && node.textAutoResize !== autoResize) node.textAutoResize = autoResize;
  if (!("layoutSizingHorizontal" in node)) return;
  if (horizontal && node.layoutSizingHorizontal !== horizontal) node.layoutSizingHorizontal = horizontal;
  if (vertical && node.layoutSizingVertical !== vertical) node.layoutSizingVertical = vertical;
}

function differs(node: SceneNode, { width, height }: Geometry): boolean {
  return Math.abs(node.width - width) > 0.0001 || Math.abs(node.height - height) > 0.0001;
}
