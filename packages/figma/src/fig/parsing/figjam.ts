import type { ConnectorEndpoint, ConnectorNode, ShapeType, TableCellNode } from "@figma/rest-api-spec";
import { byPosition } from "./by-position.ts";
import { finite } from "./finite.ts";
import { guidText, referredGuid } from "./guid-text.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import { boxAround, type Matrix, multiply } from "./matrix.ts";
import { paintsOf } from "./paints.ts";
import { endCapOf } from "./strokes.ts";
import { told } from "./told.ts";
import { sameWord, translate } from "./translate.ts";
import type { Modes } from "./variable-table.ts";

/** A table of more cells than this is told without them. */
const mostCells = 10_000;

const magnets = ["AUTO", "TOP", "BOTTOM", "LEFT", "RIGHT", "CENTER"] as const;
const lines = { ELBOWED: "ELBOWED", STRAIGHT: "STRAIGHT", CURVED: "CURVED" } as const;

const shapes: readonly ShapeType[] = [
  "SQUARE",
  "ELLIPSE",
  "ROUNDED_RECTANGLE",
  "DIAMOND",
  "TRIANGLE_UP",
  "TRIANGLE_DOWN",
  "PARALLELOGRAM_RIGHT",
  "PARALLELOGRAM_LEFT",
  "ENG_DATABASE",
  "ENG_QUEUE",
  "ENG_FILE",
  "ENG_FOLDER",
  "TRAPEZOID",
  "PREDEFINED_PROCESS",
  "SHIELD",
  "DOCUMENT_SINGLE",
  "DOCUMENT_MULTIPLE",
  "MANUAL_INPUT",
  "HEXAGON",
  "CHEVRON",
  "PENTAGON",
  "OCTAGON",
  "STAR",
  "PLUS",
  "ARROW_LEFT",
  "ARROW_RIGHT",
  "SUMMING_JUNCTION",
  "OR",
  "SPEECH_BUBBLE",
  "INTERNAL_STORAGE",
];

export function shapeOf({ shapeWithTextType }: KiwiNode): ShapeType {
  return sameWord(shapes, shapeWithTextType) ?? "SQUARE";
}

/** What is written on a sticky, a shape or a connector: FigJam keeps it with what it generates of the node. */
export function writtenOn(node: KiwiNode): string {
  const generated = (node.nodeGenerationData?.overrides ?? []).map(({ textData }) => textData?.characters);
  return [node.textData?.characters, ...generated].find((characters) => characters) ?? "";
}

/** The node with the paints that FigJam keeps with what it generates of it. */
export function withGeneratedPaints(node: KiwiNode): KiwiNode {
  if (node.fillPaints?.length) return node;
  const painted = (node.nodeGenerationData?.overrides ?? []).find(
    ({ fillPaints, textData }) => fillPaints?.length && !textData,
  );
  return painted?.fillPaints === undefined ? node : { ...node, fillPaints: painted.fillPaints };
}

export function connectorOf(
  node: KiwiNode,
): Pick<
  ConnectorNode,
  "connectorStart" | "connectorEnd" | "connectorStartStrokeCap" | "connectorEndStrokeCap" | "connectorLineType"
> {
  return {
    connectorStart: endpointOf(node.connectorStart),
    connectorEnd: endpointOf(node.connectorEnd),
    connectorStartStrokeCap: endCapOf(node.connectorStartCap),
    connectorEndStrokeCap: endCapOf(node.connectorEndCap),
    connectorLineType: translate<(typeof lines)[keyof typeof lines]>(lines, node.connectorLineStyle) ?? "ELBOWED",
  };
}

function endpointOf(endpoint: Kiwi<"ConnectorEndpoint"> | undefined): ConnectorEndpoint {
  const endpointNodeId = referredGuid(endpoint?.endpointNodeID);
  const magnet = sameWord(magnets, endpoint?.magnet);
  if (endpointNodeId !== undefined && magnet !== undefined) return { endpointNodeId, magnet };
  const at = { x: finite(endpoint?.position?.x, 0), y: finite(endpoint?.position?.y, 0) };
  return { position: at, ...told({ endpointNodeId }) };
}

/** A table's cells, row by row. FigJam keeps what is in a cell under the ids of its row and its column. */
export function cellsOf(table: KiwiNode, id: string, toPage: Matrix, mapping: Mapping, modes: Modes): TableCellNode[] {
  const [rows, columns] = [tracksOf(table.tableRowPositions), tracksOf(table.tableColumnPositions)];
  if (rows.length * columns.length > mostCells) return [];
  const contents = new Map(
    (table.nodeGenerationData?.overrides ?? []).map((cell) => [cell.guidPath?.guids?.map(guidText).join(";"), cell]),
  );
  const [tops, lefts] = [edgesOf(rows, table.tableRowHeights), edgesOf(columns, table.tableColumnWidths)];
  return rows.flatMap((row, y) =>
    columns.map((column, x): TableCellNode => {
      mapping.count();
      const content = contents.get(`${row};${column}`) ?? {};
      const [left = 0, right = 0, top = 0, bottom = 0] = [lefts[x], lefts[x + 1], tops[y], tops[y + 1]];
      const box = boxAround(multiply(toPage, { a: 1, b: 0, c: 0, d: 1, e: left, f: top }), right - left, bottom - top);
      return {
        id: `${id};${row};${column}`,
        name: "",
        type: "TABLE_CELL",
        scrollBehavior: "SCROLLS",
        fills: paintsOf(content.fillPaints, mapping, modes),
        absoluteBoundingBox: box,
        absoluteRenderBounds: box,
        characters: content.textData?.characters ?? "",
      };
    }),
  );
}

function tracksOf(map: Kiwi<"TableRowColumnPositionMap"> | undefined): string[] {
  const entries = [...(map?.entries ?? [])].sort(byPosition(({ position }) => position));
  return entries.map((entry) => (entry.id === undefined ? "" : guidText(entry.id)));
}

function edgesOf(tracks: readonly string[], map: Kiwi<"TableRowColumnSizeMap"> | undefined): number[] {
  const sizes = new Map((map?.entries ?? []).map(({ id, size }) => [id && guidText(id), finite(size, 0)]));
  const edges = [0];
  for (const track of tracks) edges.push((edges.at(-1) ?? 0) + (sizes.get(track) ?? 0));
  return edges;
}
