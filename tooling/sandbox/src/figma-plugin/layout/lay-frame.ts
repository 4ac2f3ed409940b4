import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { type Axis, across, clamped, down, fills, hugs, inner, isFlowing, stretch } from "./axes.ts";
import { numberOf } from "./boxes.ts";
import { derive } from "./derive.ts";
import { layGrid } from "./lay-grid.ts";

/** Arranges the children of a frame with auto layout, and gives the frame the size that it takes where it hugs them. */
export function layFrame(file: SimulatedFile, frame: NodeRecord): void {
  const mode = frame.get("layoutMode");
  if (mode === "GRID") {
    layGrid(file, frame);
    return;
  }
  const main = mode === "HORIZONTAL" ? across : down;
  const cross = main === across ? down : across;
  const children = frame.children.filter(isFlowing);
  // Widths come before heights, which depend on them where text wraps.
  for (const axis of [across, down]) {
    if (axis === main) fillMain(file, frame, children, main);
    else fillCross(file, frame, children, cross);
  }
  const rows = frame.get("layoutWrap") === "WRAP" ? wrapped(frame, children, main) : [children];
  hug(file, frame, rows, main, cross);
  place(file, frame, rows, main, cross);
}

function gapOf(frame: NodeRecord): number {
  return frame.get("primaryAxisAlignItems") === "SPACE_BETWEEN" ? 0 : numberOf(frame, "itemSpacing");
}

function lengths(children: readonly NodeRecord[], axis: Axis): number {
  return children.reduce((sum, child) => sum + numberOf(child, axis.length, 100), 0);
}

/** Children that fill share what the others leave. */
function fillMain(file: SimulatedFile, frame: NodeRecord, children: readonly NodeRecord[], axis: Axis): void {
  const filling = children.filter((child) => fills(child, axis));
  if (filling.length === 0 || hugs(frame, axis)) return;
  const others = lengths(
    children.filter((child) => !fills(child, axis)),
    axis,
  );
  const free = inner(frame, axis) - others - gapOf(frame) * (children.length - 1);
  for (const child of filling) stretch(file, child, axis, free / filling.length);
}

function fillCross(file: SimulatedFile, frame: NodeRecord, children: readonly NodeRecord[], axis: Axis): void {
  const filling = children.filter((child) => fills(child, axis));
  const others = children.filter((child) => !fills(child, axis));
  const length = hugs(frame, axis)
    ? Math.max(0, ...others.map((child) => numberOf(child, axis.length, 100)))
    : inner(frame, axis);
  if (length > 0) for (const child of filling) stretch(file, child, axis, length);
}

function wrapped(frame: NodeRecord, children: readonly NodeRecord[], axis: Axis): NodeRecord[][] {
  const most = hugs(frame, axis) ? Number.POSITIVE_INFINITY : inner(frame, axis);
  const gap = numberOf(frame, "itemSpacing");
  const rows: NodeRecord[][] = [[]];
  let used = 0;
  for (const child of children) {
    const length = numberOf(child, axis.length, 100);
    if (used > 0 && used + gap + length > most + 0.01) {
      rows.push([]);
      used = 0;
    }
    used += (used > 0 ? gap : 0) + length;
    rows.at(-1)?.push(child);
  }
  return rows;
}

function rowLength(row: readonly NodeRecord[], axis: Axis): number {
  return Math.max(0, ...row.map((child) => numberOf(child, axis.length, 100)));
}

function hug(file: SimulatedFile, frame: NodeRecord, rows: readonly NodeRecord[][], main: Axis, cross: Axis): void {
  const set = (axis: Axis, content: number) => {
    if (!hugs(frame, axis)) return;
    const length = content + numberOf(frame, axis.before) + numberOf(frame, axis.after);
    derive(file, frame, axis.length, Math.max(0.01, clamped(frame, axis, length)));
  };
  const gap = numberOf(frame, "itemSpacing");
  set(main, Math.max(0, ...rows.map((row) => lengths(row, main) + gap * Math.max(0, row.length - 1))));
  const between = numberOf(frame, "counterAxisSpacing") * (rows.length - 1);
  set(cross, rows.reduce((sum, row) => sum + rowLength(row, cross), 0) + between);
}

function place(file: SimulatedFile, frame: NodeRecord, rows: readonly NodeRecord[][], main: Axis, cross: Axis): void {
  const free = inner(frame, cross);
  let top = numberOf(frame, cross.before);
  for (const row of rows) {
    const depth = rows.length === 1 ? free : rowLength(row, cross);
    placeRow(file, frame, row, main);
    for (const child of row)
      derive(file, child, cross.start, top + aligned(frame, depth - numberOf(child, cross.length, 100)));
    top += depth + numberOf(frame, "counterAxisSpacing");
  }
}

function aligned(frame: NodeRecord, free: number): number {
  const align = frame.get("counterAxisAlignItems");
  if (align === "CENTER") return free / 2;
  return align === "MAX" ? free : 0;
}

function placeRow(file: SimulatedFile, frame: NodeRecord, row: readonly NodeRecord[], axis: Axis): void {
  const align = frame.get("primaryAxisAlignItems");
  const free = inner(frame, axis) - lengths(row, axis);
  let gap = numberOf(frame, "itemSpacing");
  if (align === "SPACE_BETWEEN" && row.length > 1) gap = Math.max(0, free / (row.length - 1));
  if (align === "SPACE_AROUND") gap = Math.max(0, free / row.length);
  if (align === "SPACE_EVENLY") gap = Math.max(0, free / (row.length + 1));
  const left = free - gap * (row.length - 1);
  let at = numberOf(frame, axis.before);
  if (align === "CENTER" || align === "SPACE_AROUND" || align === "SPACE_EVENLY") at += left / 2;
  if (align === "MAX") at += left;
  for (const child of row) {
    derive(file, child, axis.start, at);
    at += numberOf(child, axis.length, 100) + gap;
  }
}
