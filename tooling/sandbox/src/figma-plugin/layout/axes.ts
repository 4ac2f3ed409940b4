import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { sizingOf } from "../nodes/geometry-members.ts";
import { isAutoLayout } from "../nodes/rules.ts";
import { numberOf } from "./boxes.ts";
import { derive } from "./derive.ts";
import { layFrame } from "./lay-frame.ts";
import { resizeNode } from "./resize-node.ts";
import { sizeText } from "./size-text.ts";

/** The words of one axis. */
export interface Axis {
  readonly start: "x" | "y";
  readonly length: "width" | "height";
  readonly before: "paddingLeft" | "paddingTop";
  readonly after: "paddingRight" | "paddingBottom";
  readonly sizing: "layoutSizingHorizontal" | "layoutSizingVertical";
  readonly least: "minWidth" | "minHeight";
  readonly most: "maxWidth" | "maxHeight";
}

export const across: Axis = {
  start: "x",
  length: "width",
  before: "paddingLeft",
  after: "paddingRight",
  sizing: "layoutSizingHorizontal",
  least: "minWidth",
  most: "maxWidth",
};

export const down: Axis = {
  start: "y",
  length: "height",
  before: "paddingTop",
  after: "paddingBottom",
  sizing: "layoutSizingVertical",
  least: "minHeight",
  most: "maxHeight",
};

export function isFlowing(child: NodeRecord): boolean {
  return child.get("visible") !== false && child.get("layoutPositioning") !== "ABSOLUTE";
}

export function clamped(node: NodeRecord, axis: Axis, length: number): number {
  const least = numberOf(node, axis.least, 0);
  const most = numberOf(node, axis.most, Number.POSITIVE_INFINITY);
  return Math.max(least, Math.min(most, length));
}

/** What is left of a length inside the padding. */
export function inner(frame: NodeRecord, axis: Axis): number {
  return Math.max(0, numberOf(frame, axis.length, 100) - numberOf(frame, axis.before) - numberOf(frame, axis.after));
}

/** Gives a child a length that its parent worked out, and lays out anew what is in it. */
export function stretch(file: SimulatedFile, child: NodeRecord, axis: Axis, length: number): void {
  const next = Math.max(0.01, clamped(child, axis, length));
  const before = numberOf(child, axis.length, 100);
  if (Math.abs(before - next) < 0.001) return;
  if (isAutoLayout(child)) {
    derive(file, child, axis.length, next);
    layFrame(file, child);
  } else if (child.type === "TEXT") {
    derive(file, child, axis.length, next);
    sizeText(file, child);
  } else {
    const other = axis === across ? numberOf(child, "height", 100) : numberOf(child, "width", 100);
    const size = axis === across ? { width: next, height: other } : { width: other, height: next };
    resizeNode(file, child, size, true);
  }
}

export function fills(child: NodeRecord, axis: Axis): boolean {
  return sizingOf(child, axis.sizing) === "FILL";
}

export function hugs(frame: NodeRecord, axis: Axis): boolean {
  return sizingOf(frame, axis.sizing) === "HUG";
}
