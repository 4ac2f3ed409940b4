import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { isAutoLayout } from "../nodes/rules.ts";
import { boxOf, isGroup, type Size } from "./boxes.ts";

/** The least size that Figma lets a node have. */
const least = 0.01;

/** Gives a node a size, and its children what their constraints make of that. */
export function resizeNode(file: SimulatedFile, node: NodeRecord, size: Size, constrained: boolean): void {
  const before = boxOf(node);
  file.write(node, "width", size.width);
  file.write(node, "height", size.height);
  if (isGroup(node)) scaleChildren(file, node, before, size);
  else if (constrained && !isAutoLayout(node)) constrainChildren(file, node, before, size);
}

function scaleChildren(file: SimulatedFile, group: NodeRecord, before: Size & { x: number; y: number }, after: Size) {
  const across = before.width === 0 ? 1 : after.width / before.width;
  const down = before.height === 0 ? 1 : after.height / before.height;
  for (const child of group.children) {
    const box = boxOf(child);
    file.write(child, "x", before.x + (box.x - before.x) * across);
    file.write(child, "y", before.y + (box.y - before.y) * down);
    resizeNode(file, child, { width: box.width * across, height: box.height * down }, true);
  }
}

function constrainChildren(file: SimulatedFile, frame: NodeRecord, before: Size, after: Size): void {
  for (const child of frame.children) {
    const box = boxOf(child);
    const { horizontal, vertical } = (child.get("constraints") as Record<string, string> | undefined) ?? {};
    const [x, width] = along(horizontal, box.x, box.width, before.width, after.width);
    const [y, height] = along(vertical, box.y, box.height, before.height, after.height);
    file.write(child, "x", x);
    file.write(child, "y", y);
    if (width !== box.width || height !== box.height) resizeNode(file, child, { width, height }, true);
  }
}

/** Where a child begins along one axis, and how long it is, once its parent's length has changed. */
function along(constraint: string | undefined, start: number, length: number, before: number, after: number) {
  const grown = after - before;
  switch (constraint) {
    case "MAX":
      return [start + grown, length] as const;
    case "CENTER":
      return [start + grown / 2, length] as const;
    case "STRETCH":
      return [start, Math.max(least, length + grown)] as const;
    case "SCALE": {
      const scale = before === 0 ? 1 : after / before;
      return [start * scale, Math.max(least, length * scale)] as const;
    }
    default:
      return [start, length] as const;
  }
}
