import type { NodeRecord } from "../file/node-record.ts";
import { absoluteMatrix, boundsUnder, boxOf } from "../layout/boxes.ts";

/** The outline of a node as path data, from a point of the page; what is not a simple shape is outlined by its box. */
export function nodeOutline(node: NodeRecord, left: number, top: number): string[] {
  if (node.children.length > 0) return node.children.flatMap((child) => nodeOutline(child, left, top));
  const box = boundsUnder(absoluteMatrix(node), boxOf(node));
  const x = number(box.x - left);
  const y = number(box.y - top);
  const right = number(box.x - left + box.width);
  const bottom = number(box.y - top + box.height);
  if (node.type !== "ELLIPSE") return [`M ${x} ${y} L ${right} ${y} L ${right} ${bottom} L ${x} ${bottom} Z`];
  const middle = { x: number(x + box.width / 2), y: number(y + box.height / 2) };
  // Four curves make a circle with this share of the radius as the length of their handles.
  const [across, down] = [(box.width / 2) * 0.5523, (box.height / 2) * 0.5523];
  const curve = (...points: number[]) => `C ${points.map(number).join(" ")}`;
  return [
    [
      `M ${middle.x} ${y}`,
      curve(middle.x + across, y, right, middle.y - down, right, middle.y),
      curve(right, middle.y + down, middle.x + across, bottom, middle.x, bottom),
      curve(middle.x - across, bottom, x, middle.y + down, x, middle.y),
      curve(x, middle.y - down, middle.x - across, y, middle.x, y),
      "Z",
    ].join(" "),
  ];
}

function number(value: number): number {
  return Math.round(value * 1000) / 1000;
}
