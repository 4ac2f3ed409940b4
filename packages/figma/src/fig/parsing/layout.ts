import type { HasLayoutTrait, LayoutConstraint } from "@figma/rest-api-spec";
import { finite } from "./finite.ts";
import { gridOf, gridPlaceOf } from "./grid.ts";
import type { KiwiNode } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import { boxAround, type Matrix, matrixOf, transformOf } from "./matrix.ts";
import { sizingOf } from "./sizing.ts";
import { told } from "./told.ts";
import { sameWord, translate } from "./translate.ts";

const horizontal: Readonly<Record<string, LayoutConstraint["horizontal"]>> = {
  MIN: "LEFT",
  CENTER: "CENTER",
  MAX: "RIGHT",
  STRETCH: "LEFT_RIGHT",
  SCALE: "SCALE",
  FIXED_MIN: "LEFT",
  FIXED_MAX: "RIGHT",
};

const vertical: Readonly<Record<string, LayoutConstraint["vertical"]>> = {
  MIN: "TOP",
  CENTER: "CENTER",
  MAX: "BOTTOM",
  STRETCH: "TOP_BOTTOM",
  SCALE: "SCALE",
  FIXED_MIN: "TOP",
  FIXED_MAX: "BOTTOM",
};

/** Where a node lies, and how it behaves when what it lies in changes. */
export function layoutOf(
  node: KiwiNode,
  parent: KiwiNode | undefined,
  toPage: Matrix,
  mapping: Pick<Mapping, "geometry">,
): HasLayoutTrait {
  const size = { x: finite(node.size?.x, 0), y: finite(node.size?.y, 0) };
  const box = boxAround(toPage, size.x, size.y);
  return {
    absoluteBoundingBox: box,
    // What shadows and strokes add is not measured: the file does not have it.
    absoluteRenderBounds: node.visible === false ? null : box,
    constraints: {
      vertical: translate(vertical, node.verticalConstraint) ?? "TOP",
      horizontal: translate(horizontal, node.horizontalConstraint) ?? "LEFT",
    },
    ...told({
      preserveRatio: node.proportionsConstrained === true || node.targetAspectRatio?.value ? true : undefined,
      relativeTransform: mapping.geometry ? transformOf(matrixOf(node.transform)) : undefined,
      size: mapping.geometry ? size : undefined,
      minWidth: bound(node.minSize?.value?.x),
      maxWidth: bound(node.maxSize?.value?.x),
      minHeight: bound(node.minSize?.value?.y),
      maxHeight: bound(node.maxSize?.value?.y),
    }),
    ...(isStack(parent) ? placeInStack(node) : {}),
    ...(parent?.stackMode === "GRID" ? gridPlaceOf(node, parent) : {}),
    ...gridOf(node),
    ...sizingOf(node, parent),
  };
}

export function isStack(node: KiwiNode | undefined): boolean {
  return node?.stackMode !== undefined && node.stackMode !== "NONE";
}

function placeInStack(node: KiwiNode): Partial<HasLayoutTrait> {
  return told({
    layoutAlign: sameWord(["STRETCH", "MIN", "CENTER", "MAX"], node.stackChildAlignSelf) ?? "INHERIT",
    layoutGrow: node.stackChildPrimaryGrow ? 1 : 0,
    layoutPositioning: sameWord(["ABSOLUTE"], node.stackPositioning),
  });
}

/** No bound is written as none, zero or infinity. */
function bound(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 && Number.isFinite(value) ? value : undefined;
}
