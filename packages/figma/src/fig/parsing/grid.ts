import type { HasLayoutTrait } from "@figma/rest-api-spec";
import { byPosition } from "./by-position.ts";
import { finite } from "./finite.ts";
import { guidText } from "./guid-text.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import { told, unless } from "./told.ts";
import { sameWord } from "./translate.ts";

/** In a list of tracks beyond this, a file says more than Figma lets anybody make. */
const mostTracks = 1000;

type Alignment = HasLayoutTrait["gridChildHorizontalAlign"];
const alignments: ReadonlyArray<NonNullable<Alignment>> = ["AUTO", "MIN", "CENTER", "MAX"];

/** The tracks of a grid, as CSS says them. */
export function gridOf(node: KiwiNode): Partial<HasLayoutTrait> {
  if (node.stackMode !== "GRID") return {};
  const [rows, columns] = [tracksOf(node.gridRows), tracksOf(node.gridColumns)];
  return {
    gridRowCount: rows.length,
    gridColumnCount: columns.length,
    gridRowGap: finite(node.gridRowGap, 0),
    gridColumnGap: finite(node.gridColumnGap, 0),
    gridRowsSizing: sizesOf(rows, node.gridRowsSizing),
    gridColumnsSizing: sizesOf(columns, node.gridColumnsSizing),
  };
}

/** Where in the grid a node lies. */
export function gridPlaceOf(node: KiwiNode, grid: KiwiNode): Partial<HasLayoutTrait> {
  return told({
    gridRowSpan: Math.max(1, finite(node.gridRowSpan, 1)),
    gridColumnSpan: Math.max(1, finite(node.gridColumnSpan, 1)),
    gridRowAnchorIndex: indexOf(node.gridRowAnchor, grid.gridRows),
    gridColumnAnchorIndex: indexOf(node.gridColumnAnchor, grid.gridColumns),
    gridChildHorizontalAlign: unless<Alignment>("AUTO", sameWord(alignments, node.gridChildHorizontalAlign)),
    gridChildVerticalAlign: unless<Alignment>("AUTO", sameWord(alignments, node.gridChildVerticalAlign)),
  });
}

function tracksOf(map: Kiwi<"GUIDPositionMap"> | undefined): string[] {
  const entries = [...(map?.entries ?? [])].slice(0, mostTracks);
  return entries.sort(byPosition(({ position }) => position)).map(({ id }) => (id === undefined ? "" : guidText(id)));
}

function indexOf(track: Kiwi<"GUID"> | undefined, map: Kiwi<"GUIDPositionMap"> | undefined): number | undefined {
  const index = track === undefined ? -1 : tracksOf(map).indexOf(guidText(track));
  return index < 0 ? undefined : index;
}

function sizesOf(tracks: readonly string[], map: Kiwi<"GUIDGridTrackSizeMap"> | undefined): string {
  const sizes = new Map((map?.entries ?? []).map(({ id, trackSize }) => [id && guidText(id), trackSize]));
  return tracks.map((track) => sizeOf(sizes.get(track))).join(" ");
}

function sizeOf(size: Kiwi<"GridTrackSize"> | undefined): string {
  const { type, value } = size?.maxSizing ?? size?.minSizing ?? {};
  if (type === "FIXED") return `${finite(value, 0)}px`;
  return type === "HUG" ? "fit-content(100%)" : `minmax(0, ${finite(value, 1)}fr)`;
}
