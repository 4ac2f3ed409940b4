import type { NodeRecord } from "../file/node-record.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** The first two rows of a matrix, as Figma writes transforms. */
export type Matrix = readonly [readonly [number, number, number], readonly [number, number, number]];

/** Nodes that only stand for their children: these are placed in the coordinates of the next frame above. */
export function isGroup(node: NodeRecord): boolean {
  return node.type === "GROUP" || node.type === "BOOLEAN_OPERATION";
}

export function numberOf(node: NodeRecord, key: string, fallback = 0): number {
  const value = node.effective(key);
  return typeof value === "number" ? value : fallback;
}

/** Position and size in the coordinates of the frame that the node stands in. */
export function boxOf(node: NodeRecord): Box {
  return {
    x: numberOf(node, "x"),
    y: numberOf(node, "y"),
    width: numberOf(node, "width", 100),
    height: numberOf(node, "height", 100),
  };
}

/** The transform to the coordinates of the frame above; a positive rotation turns counter-clockwise. */
export function relativeMatrix(node: NodeRecord): Matrix {
  const angle = (numberOf(node, "rotation") * Math.PI) / 180;
  const [cos, sin] = angle === 0 ? [1, 0] : [Math.cos(angle), Math.sin(angle)];
  return [
    [cos, sin, numberOf(node, "x")],
    [-sin, cos, numberOf(node, "y")],
  ];
}

export function multiply(left: Matrix, right: Matrix): Matrix {
  const [[a, c, e], [b, d, f]] = left;
  const [[g, i, k], [h, j, l]] = right;
  return [
    [a * g + c * h, a * i + c * j, a * k + c * l + e],
    [b * g + d * h, b * i + d * j, b * k + d * l + f],
  ];
}

/** The transform to the page's coordinates. */
export function absoluteMatrix(node: NodeRecord): Matrix {
  let matrix = relativeMatrix(node);
  for (const ancestor of node.ancestors()) {
    if (ancestor.type === "PAGE" || ancestor.type === "DOCUMENT") break;
    if (!isGroup(ancestor)) matrix = multiply(relativeMatrix(ancestor), matrix);
  }
  return matrix;
}

/** The upright box around a node under a transform. */
export function boundsUnder([[a, c, e], [b, d, f]]: Matrix, { width, height }: Size): Box {
  const xs = [e, a * width + e, c * height + e, a * width + c * height + e];
  const ys = [f, b * width + f, d * height + f, b * width + d * height + f];
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The box around boxes; nothing where there are none. */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
