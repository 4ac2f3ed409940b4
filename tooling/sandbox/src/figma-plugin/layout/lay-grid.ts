import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { type Axis, across, down, fills, hugs, inner, isFlowing, stretch } from "./axes.ts";
import { numberOf } from "./boxes.ts";
import { derive } from "./derive.ts";

interface Track {
  readonly axis: Axis;
  readonly count: "gridColumnCount" | "gridRowCount";
  readonly gap: "gridColumnGap" | "gridRowGap";
  readonly anchor: "gridColumnAnchorIndex" | "gridRowAnchorIndex";
  readonly span: "gridColumnSpan" | "gridRowSpan";
}

const columns: Track = {
  axis: across,
  count: "gridColumnCount",
  gap: "gridColumnGap",
  anchor: "gridColumnAnchorIndex",
  span: "gridColumnSpan",
};
const rows: Track = {
  axis: down,
  count: "gridRowCount",
  gap: "gridRowGap",
  anchor: "gridRowAnchorIndex",
  span: "gridRowSpan",
};

/** Puts children into the cells of a grid, whose columns and rows share the room evenly. */
export function layGrid(file: SimulatedFile, frame: NodeRecord): void {
  const children = frame.children.filter(isFlowing);
  for (const track of [columns, rows]) layTrack(file, frame, children, track);
}

function layTrack(file: SimulatedFile, frame: NodeRecord, children: readonly NodeRecord[], track: Track): void {
  const { axis } = track;
  const count = Math.max(1, numberOf(frame, track.count, 1));
  const gap = numberOf(frame, track.gap);
  const hugging = hugs(frame, axis);
  const longest = Math.max(0, ...children.map((child) => numberOf(child, axis.length, 100)));
  const cell = hugging ? longest : (inner(frame, axis) - gap * (count - 1)) / count;
  if (hugging) {
    const padding = numberOf(frame, axis.before) + numberOf(frame, axis.after);
    derive(file, frame, axis.length, Math.max(0.01, cell * count + gap * (count - 1) + padding));
  }
  for (const child of children) {
    const span = numberOf(child, track.span, 1);
    if (fills(child, axis)) stretch(file, child, axis, cell * span + gap * (span - 1));
    derive(file, child, axis.start, numberOf(frame, axis.before) + numberOf(child, track.anchor) * (cell + gap));
  }
}
