import type { Paint, Rectangle, RGBA, Vector } from "@figma/rest-api-spec";
import type { DesignNode } from "../../nodes/design-node.ts";
import type { PlacedNode } from "../../nodes/placed-node.ts";
import { blend } from "./blend.ts";
import { covers } from "./covers.ts";
import { gradientAt } from "./gradient-at.ts";
import type { Layer } from "./layer.ts";

/** What a design does not tell, and a colour therefore may depend on. */
export type Doubt = "an image" | "a shape whose outline is not told";

/** How a point is painted. */
export interface Painting {
  readonly point: Vector;
  /** The text whose letters are taken to cover the point, and in what they are painted; other texts are not painted. */
  readonly text?: { readonly placed: PlacedNode; readonly fills: readonly Paint[] } | undefined;
  /** What stands for images. */
  readonly image: RGBA;
  /** Whether shapes whose outline is not told cover all of their box, or nothing of it. */
  readonly areShapesWhole: boolean;
}

/** A colour, and what made it doubtful. */
export interface Painted {
  readonly color: RGBA;
  readonly doubt: Doubt | undefined;
}

const nothing: Painted = { color: { r: 0, g: 0, b: 0, a: 0 }, doubt: undefined };

/** The colour of a point after all layers are painted from the lowest up, with opacity, blend modes, masks, clipping and isolation of groups. */
export function colorAt(layer: Layer, under: Painted, painting: Painting): Painted {
  const { node } = layer.placed;
  const { opacity = 1, blendMode } = node;
  const isPassThrough = blendMode === undefined || blendMode === "PASS_THROUGH" || node.type === "CANVAS";
  const isLeaf = layer.children.length === 0 && (node.fills?.length ?? 0) <= 1;
  if (opacity >= 1 && (isPassThrough || (blendMode === "NORMAL" && isLeaf))) return content(layer, under, painting);
  const own = content(layer, nothing, painting);
  return onto({ ...own, color: faded(own.color, opacity) }, under, isPassThrough ? "NORMAL" : blendMode);
}

function content(layer: Layer, under: Painted, painting: Painting): Painted {
  const { node } = layer.placed;
  const isText = node.type === "TEXT" || node.type === "TEXT_PATH";
  if (isText) {
    const fills = painting.text?.placed === layer.placed ? painting.text.fills : [];
    return painted(fills, node, under, painting);
  }
  const isCovered = node.type === "CANVAS" || node.type === "GROUP" ? true : covers(node, painting.point);
  const box = node.type === "CANVAS" || node.type === "GROUP" ? [] : (node.fills ?? []);
  const filled = isCovered === false ? under : painted(box, node, under, painting, isCovered === undefined);
  if (node.clipsContent === true && isCovered === false) return filled;
  return withChildren(layer.children, filled, painting);
}

/** From a mask on, its later siblings are seen only where it is. */
function withChildren(children: readonly Layer[], under: Painted, painting: Painting): Painted {
  const at = children.findIndex(({ placed }) => placed.node.isMask === true);
  const free = at < 0 ? children : children.slice(0, at);
  let color = under;
  for (const child of free) color = colorAt(child, color, painting);
  const mask = children[at];
  if (mask === undefined) return color;
  const share = colorAt(mask, nothing, painting);
  if (share.color.a === 0 && share.doubt === undefined) return color;
  if (share.color.a >= 1) return withChildren(children.slice(at + 1), color, painting);
  const masked = withChildren(children.slice(at + 1), nothing, painting);
  return onto({ color: faded(masked.color, share.color.a), doubt: masked.doubt ?? share.doubt }, color, "NORMAL");
}

function painted(
  fills: readonly Paint[],
  node: DesignNode,
  under: Painted,
  painting: Painting,
  isOutlineUnknown = false,
): Painted {
  let result = under;
  for (const fill of fills) {
    if (fill.visible === false || fill.opacity === 0) continue;
    if (isOutlineUnknown) result = { ...result, doubt: "a shape whose outline is not told" };
    if (isOutlineUnknown && !painting.areShapesWhole) continue;
    const one = paintAt(fill, node.absoluteBoundingBox ?? { x: 0, y: 0, width: 1, height: 1 }, painting);
    const doubt = result.doubt;
    result = onto(one, result, fill.blendMode);
    if (isOutlineUnknown && doubt !== undefined) result = { ...result, doubt };
  }
  return result;
}

function paintAt(paint: Paint, box: Rectangle, { point, image }: Painting): Painted {
  const opacity = paint.opacity ?? 1;
  if (paint.type === "SOLID")
    return { color: faded({ ...paint.color, a: paint.color.a ?? 1 }, opacity), doubt: undefined };
  if ("gradientStops" in paint) return { color: faded(gradientAt(paint, box, point), opacity), doubt: undefined };
  return { color: faded(image, opacity), doubt: "an image" };
}

/** A doubt ends where something opaque is laid over it. */
function onto(above: Painted, under: Painted, mode: Paint["blendMode"] | undefined): Painted {
  const isHidden = above.color.a >= 1 && (mode === undefined || mode === "NORMAL" || mode === "PASS_THROUGH");
  const doubt = above.doubt ?? (isHidden ? undefined : under.doubt);
  return { color: blend(above.color, under.color, mode), doubt: above.color.a === 0 ? under.doubt : doubt };
}

function faded(color: RGBA, opacity: number): RGBA {
  return { r: color.r, g: color.g, b: color.b, a: color.a * opacity };
}
