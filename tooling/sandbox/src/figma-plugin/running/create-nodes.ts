import type { NodeType, Paint, PluginAPI, VectorNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { placeNode } from "../file/place-node.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { frozen } from "../nodes/frozen.ts";
import type { Session } from "../nodes/session.ts";

type Creates =
  | "createRectangle"
  | "createLine"
  | "createEllipse"
  | "createPolygon"
  | "createStar"
  | "createVector"
  | "createText"
  | "createFrame"
  | "createComponent"
  | "createPage"
  | "createSection"
  | "createSticky"
  | "createConnector"
  | "createShapeWithText"
  | "createTable";

const solid = (r: number, g: number, b: number): readonly Paint[] =>
  frozen([{ type: "SOLID", color: { r, g, b }, visible: true, opacity: 1, blendMode: "NORMAL" }]);
const white = solid(1, 1, 1);
const grey = solid(0.85, 0.85, 0.85);
const black = solid(0, 0, 0);

/** What a new node of a type is given, as in Figma. */
const beginnings: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  RECTANGLE: { name: "Rectangle", fills: grey },
  ELLIPSE: { name: "Ellipse", fills: grey },
  POLYGON: { name: "Polygon", fills: grey },
  STAR: { name: "Star", fills: grey },
  LINE: { name: "Line", strokes: black, height: 0, strokeAlign: "CENTER" },
  VECTOR: { name: "Vector", strokes: black, strokeAlign: "CENTER" },
  TEXT: { name: "Text", width: 0, height: 15, textAutoResize: "WIDTH_AND_HEIGHT" },
  FRAME: { name: "Frame", fills: white, clipsContent: true },
  COMPONENT: { name: "Component", fills: white, clipsContent: true },
  SECTION: { name: "Section", fills: white, strokes: grey },
  STICKY: { name: "Sticky", fills: solid(1, 0.85, 0.4), width: 240, height: 240 },
  SHAPE_WITH_TEXT: { name: "Shape with text", fills: white, strokes: black, width: 208, height: 208 },
  CONNECTOR: { name: "Connector line", strokes: black, width: 200, height: 0, strokeWeight: 4 },
  TABLE: { name: "Table", fills: white },
};

/** A node of a type, on the current page, with nothing chosen yet. */
export function beginNode(session: Session, type: NodeType): NodeRecord {
  session.assertOpen();
  const { file } = session;
  const node = file.create(type);
  for (const [key, value] of Object.entries({ width: 100, height: 100, x: 0, y: 0, ...beginnings[type] })) {
    file.write(node, key, value);
  }
  placeNode(file, node, session.currentPage);
  return node;
}

/** A part of a node that holds letters. */
function addText(file: SimulatedFile, node: NodeRecord): void {
  const text = file.create("TEXT_SUBLAYER", `${node.id}:text`);
  file.write(node, "text", text);
}

/** The methods that make nodes. What only one of the editors has fails in the other, as it does in Figma. */
export function createNodes(session: Session): Pick<PluginAPI, Creates> {
  const { file } = session;
  const only = (editor: "figma" | "figjam", name: string) => {
    if (file.options.editor === editor) return;
    throw new Error(`in ${name}: "${name}" is not a supported API in the ${file.options.editor} editor`);
  };
  const make = <H extends object>(type: NodeType): H => session.handle<H>(beginNode(session, type));
  const lettered = <H extends object>(type: NodeType): H => {
    only("figjam", `create${type}`);
    const node = beginNode(session, type);
    addText(file, node);
    return session.handle<H>(node);
  };
  return {
    createRectangle: () => make("RECTANGLE"),
    createLine: () => make("LINE"),
    createEllipse: () => make("ELLIPSE"),
    createPolygon: () => make("POLYGON"),
    createStar: () => make("STAR"),
    createVector: () => make<VectorNode>("VECTOR"),
    createText: () => make("TEXT"),
    createFrame: () => make("FRAME"),
    createSection: () => make("SECTION"),
    createComponent() {
      only("figma", "createComponent");
      return make("COMPONENT");
    },
    createPage() {
      session.assertOpen();
      const page = file.create("PAGE");
      file.write(page, "name", `Page ${file.root.children.length + 1}`);
      placeNode(file, page, file.root);
      session.pages.add(page);
      return session.handle(page);
    },
    createSticky: () => lettered("STICKY"),
    createShapeWithText: () => lettered("SHAPE_WITH_TEXT"),
    createConnector: () => lettered("CONNECTOR"),
    createTable(rows = 2, columns = 2) {
      only("figjam", "createTable");
      const node = beginNode(session, "TABLE");
      file.write(node, "numRows", rows);
      file.write(node, "numColumns", columns);
      file.write(node, "width", columns * 96);
      file.write(node, "height", rows * 48);
      const cells = Array.from({ length: rows * columns }, (_, i) => {
        const cell = file.create("TABLE_CELL", `${node.id}:cell:${i}`);
        file.write(cell, "rowIndex", Math.floor(i / columns));
        file.write(cell, "columnIndex", i % columns);
        addText(file, cell);
        return cell;
      });
      file.write(node, "cells", Object.freeze(cells));
      return session.handle(node);
    },
  };
}
