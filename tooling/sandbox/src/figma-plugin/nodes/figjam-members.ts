import type {
  ConnectorEndpoint,
  ConnectorNode,
  SectionNode,
  ShapeWithTextNode,
  StickyNode,
  TableCellNode,
  TableNode,
  TextSublayerNode,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { resizeNode } from "../layout/resize-node.ts";
import { frozen } from "./frozen.ts";
import { type Members, type Property, stored, told } from "./members.ts";
import { boolean, number, oneOf, text } from "./rules.ts";
import type { Session } from "./session.ts";

/** The text of a node that has its letters in a part of its own. */
const textPart: Property<NodeRecord, TextSublayerNode> = told((node, session) =>
  session.handle<TextSublayerNode>(node.values.text as NodeRecord),
);

export const sticky: Members<NodeRecord, StickyNode> = {
  text: textPart,
  authorVisible: stored<boolean>(true, boolean),
  authorName: stored<string>("", text),
  isWideWidth: stored<boolean>(false, boolean),
};

export const shapeWithText: Members<NodeRecord, ShapeWithTextNode> = {
  text: textPart,
  shapeType: stored<ShapeWithTextNode["shapeType"]>(
    "ROUNDED_RECTANGLE",
    oneOf(
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
      "DOCUMENT_SINGLE",
      "HEXAGON",
      "PENTAGON",
      "OCTAGON",
      "STAR",
      "PLUS",
    ),
  ),
  rotation: stored<number>(0, number(-180, 180)),
  resize(node, session, width, height) {
    number(0.01)(width, node, session, "width");
    number(0.01)(height, node, session, "height");
    resizeNode(session.file, node, { width, height }, false);
  },
};

const caps = [
  "NONE",
  "ARROW_EQUILATERAL",
  "ARROW_LINES",
  "TRIANGLE_FILLED",
  "DIAMOND_FILLED",
  "CIRCLE_FILLED",
  "ERD_ZERO_OR_ONE",
  "ERD_EXACTLY_ONE",
  "ERD_ZERO_OR_MORE",
  "ERD_ONE_OR_MORE",
  "ERD_ONE",
  "ERD_MANY",
];

function endpoint(): Property<NodeRecord, ConnectorEndpoint> {
  return {
    get: (node, _, key) => (node.get(key) as ConnectorEndpoint | undefined) ?? frozen({ position: { x: 0, y: 0 } }),
    set(node, value, session, key) {
      if ("endpointNodeId" in value) {
        const end = session.file.nodes.get(value.endpointNodeId);
        if (!end || end.removed) throw new Error(`The endpoint node "${value.endpointNodeId}" does not exist`);
        if (!("magnet" in value) && !("position" in value)) throw new Error("An endpoint needs a magnet or a position");
        if ("magnet" in value) {
          oneOf("NONE", "AUTO", "TOP", "LEFT", "BOTTOM", "RIGHT", "CENTER")(value.magnet, node, session, "magnet");
          const straight = ["CENTER", "NONE"].includes(value.magnet);
          if ((node.get("connectorLineType") === "STRAIGHT") !== straight) {
            throw new Error(
              "A straight connector takes the magnets CENTER and NONE, others AUTO, TOP, LEFT, BOTTOM and RIGHT",
            );
          }
        }
      }
      session.file.write(node, key, frozen(value));
    },
  };
}

export const connector: Members<NodeRecord, ConnectorNode> = {
  text: textPart,
  connectorLineType: stored<ConnectorNode["connectorLineType"]>("ELBOWED", oneOf("ELBOWED", "STRAIGHT", "CURVED")),
  connectorStart: endpoint(),
  connectorEnd: endpoint(),
  connectorStartStrokeCap: stored<ConnectorNode["connectorStartStrokeCap"]>("NONE", oneOf(...caps)),
  connectorEndStrokeCap: stored<ConnectorNode["connectorEndStrokeCap"]>("ARROW_LINES", oneOf(...caps)),
  rotation: stored<number>(0, number(-180, 180)),
};

function resizeSection(node: NodeRecord, session: Session, width: number, height: number): void {
  number(0.01)(width, node, session, "width");
  number(0.01)(height, node, session, "height");
  resizeNode(session.file, node, { width, height }, false);
}

export const section: Members<NodeRecord, SectionNode> = {
  sectionContentsHidden: stored<boolean>(false, boolean),
  resize: resizeSection,
  resizeWithoutConstraints: resizeSection,
};

/** Cells lie row by row. */
function cellsOf(table: NodeRecord): readonly NodeRecord[] {
  return table.values.cells as readonly NodeRecord[];
}

export const table: Members<NodeRecord, TableNode> = {
  numRows: told((node) => node.get("numRows") as number),
  numColumns: told((node) => node.get("numColumns") as number),
  cellAt(node, session, row, column) {
    const columns = node.get("numColumns") as number;
    const cell = column < columns && row >= 0 && column >= 0 ? cellsOf(node)[row * columns + column] : undefined;
    if (!cell) throw new Error(`No cell at row ${row}, column ${column}`);
    return session.handle<TableCellNode>(cell);
  },
};

export const tableCell: Members<NodeRecord, Pick<TableCellNode, "text" | "rowIndex" | "columnIndex" | "type">> = {
  type: told(() => "TABLE_CELL" as const),
  text: textPart,
  rowIndex: told((node) => node.get("rowIndex") as number),
  columnIndex: told((node) => node.get("columnIndex") as number),
};
