import type { Rectangle, Vector } from "@figma/rest-api-spec";
import type { DesignNode } from "../../nodes/design-node.ts";

/** Whether a shape covers a point; undefined where its outline is not known (a vector, or turned by an odd angle). */
export function covers(node: DesignNode, point: Vector): boolean | undefined {
  const box = node.absoluteBoundingBox;
  if (box === undefined || box === null || !isIn(box, point)) return false;
  if (!isKnownShape(node)) return undefined;
  if (node.type === "ELLIPSE") return isInEllipse(box, point);
  return isSharp(node) || isInRounded(box, point, radiiOf(node));
}

const unknownShapes = new Set([
  "VECTOR",
  "BOOLEAN_OPERATION",
  "STAR",
  "REGULAR_POLYGON",
  "WASHI_TAPE",
  "SHAPE_WITH_TEXT",
]);

/** Whether a node's outline follows from its box. */
export function isKnownShape({ type, rotation = 0, arcData }: DesignNode & { readonly arcData?: ArcData }): boolean {
  if (unknownShapes.has(type)) return false;
  if (
    arcData !== undefined &&
    (arcData.innerRadius > 0 || Math.abs(arcData.endingAngle - arcData.startingAngle) < 6.28)
  )
    return false;
  // In radians; a quarter turn keeps a box's outline.
  return Math.abs(Math.sin(2 * rotation)) < 0.002;
}

interface ArcData {
  readonly startingAngle: number;
  readonly endingAngle: number;
  readonly innerRadius: number;
}

/** Whether a point is in a box. */
export function isIn(box: Rectangle, { x, y }: Vector): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** From the upper left on, as REST lists them. */
export function radiiOf({ cornerRadius = 0, rectangleCornerRadii }: DesignNode): readonly number[] {
  return rectangleCornerRadii ?? [cornerRadius, cornerRadius, cornerRadius, cornerRadius];
}

function isSharp({ cornerRadius, rectangleCornerRadii }: DesignNode): boolean {
  return (cornerRadius ?? 0) === 0 && rectangleCornerRadii === undefined;
}

function isInEllipse(box: Rectangle, point: Vector): boolean {
  const x = (point.x - box.x - box.width / 2) / (box.width / 2 || 1);
  const y = (point.y - box.y - box.height / 2) / (box.height / 2 || 1);
  return x * x + y * y <= 1;
}

function isInRounded(box: Rectangle, point: Vector, radii: readonly number[]): boolean {
  const most = Math.min(box.width, box.height) / 2;
  const [left, top] = [point.x - box.x, point.y - box.y];
  const [right, bottom] = [box.width - left, box.height - top];
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return corners.every(([x = 0, y = 0], corner) => {
    const radius = Math.min(radii[corner] ?? 0, most);
    return x >= radius || y >= radius || Math.hypot(radius - x, radius - y) <= radius;
  });
}
