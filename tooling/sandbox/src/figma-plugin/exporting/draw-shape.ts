import type { Paint } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { boxOf, numberOf } from "../layout/boxes.ts";
import { cornerKeys } from "../nodes/corner-members.ts";
import { paintsOf } from "../styles/worn.ts";
import { drawConnector } from "./draw-connector.ts";
import { drawLetters, escapeXml } from "./draw-text.ts";
import { type Definitions, paintOpacity, paintValue } from "./svg-paints.ts";

/** The outline of a node in each of its fills and strokes, at the origin. */
export function drawShape(node: NodeRecord, definitions: Definitions, only?: string): string {
  const size = boxOf(node);
  if (only) return outline(node, `fill="${only}"`);
  const visible = (paints: readonly Paint[]) => paints.filter((paint) => paint.visible !== false);
  const fills = visible(paintsOf(node.file, node, "fills")).map((paint) =>
    outline(node, `fill="${paintValue(paint, size, definitions)}"${paintOpacity(paint, "fill")}`),
  );
  const weight = numberOf(node, "strokeWeight", 1);
  const dashes = (node.get("dashPattern") as readonly number[] | undefined) ?? [];
  const dashed = dashes.length > 0 ? ` stroke-dasharray="${dashes.join(" ")}"` : "";
  const inset =
    node.get("strokeAlign") === "CENTER" ? 0 : node.get("strokeAlign") === "OUTSIDE" ? -weight / 2 : weight / 2;
  const strokes = visible(paintsOf(node.file, node, "strokes")).map((paint) => {
    const value = paintValue(paint, size, definitions);
    return outline(
      node,
      `fill="none" stroke="${value}" stroke-width="${weight}"${dashed}${paintOpacity(paint, "stroke")}`,
      inset,
    );
  });
  return [...fills, ...strokes].join("");
}

function outline(node: NodeRecord, attributes: string, inset = 0): string {
  const { width, height } = boxOf(node);
  const [w, h] = [Math.max(0, width - inset * 2), Math.max(0, height - inset * 2)];
  switch (node.type) {
    case "ELLIPSE":
      return `<ellipse cx="${width / 2}" cy="${height / 2}" rx="${w / 2}" ry="${h / 2}" ${attributes}/>`;
    case "LINE":
      return `<line x1="0" y1="0" x2="${width}" y2="0" ${attributes}/>`;
    case "VECTOR": {
      const paths = (node.get("vectorPaths") as { data: string; windingRule: string }[] | undefined) ?? [];
      return paths
        .map(
          ({ data, windingRule }) =>
            `<path d="${escapeXml(data)}" fill-rule="${windingRule === "EVENODD" ? "evenodd" : "nonzero"}" ${attributes}/>`,
        )
        .join("");
    }
    case "GROUP":
      return "";
    default:
      return `<path d="${roundedRectangle(node, inset, w, h)}" ${attributes}/>`;
  }
}

function roundedRectangle(node: NodeRecord, inset: number, width: number, height: number): string {
  const most = Math.min(width, height) / 2;
  const radii = cornerKeys.map((key) =>
    Math.max(0, Math.min(most, numberOf(node, key) - (numberOf(node, key) ? inset : 0))),
  );
  const [topLeft = 0, topRight = 0, bottomRight = 0, bottomLeft = 0] = radii;
  const arc = (radius: number, x: number, y: number) => (radius > 0 ? `a${radius} ${radius} 0 0 1 ${x} ${y}` : "");
  return (
    `M${inset + topLeft} ${inset}H${inset + width - topRight}${arc(topRight, topRight, topRight)}` +
    `V${inset + height - bottomRight}${arc(bottomRight, -bottomRight, bottomRight)}` +
    `H${inset + bottomLeft}${arc(bottomLeft, -bottomLeft, -bottomLeft)}` +
    `V${inset + topLeft}${arc(topLeft, topLeft, -topLeft)}Z`
  );
}

/** What FigJam draws in ways of its own; undefined for other nodes. */
export function drawSpecial(node: NodeRecord, definitions: Definitions): string | undefined {
  switch (node.type) {
    case "STICKY":
    case "SHAPE_WITH_TEXT":
      return lettered(node, definitions);
    case "SECTION":
      return `${drawShape(node, definitions)}<text x="12" y="-8" font-family="Inter, Liberation Sans, sans-serif" font-size="14" fill="#555">${escapeXml(String(node.get("name") ?? ""))}</text>`;
    case "CONNECTOR":
      return drawConnector(node);
    case "TABLE":
      return table(node);
    default:
      return undefined;
  }
}

const polygons: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  DIAMOND: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
  TRIANGLE_UP: [
    [0.5, 0],
    [1, 1],
    [0, 1],
  ],
  TRIANGLE_DOWN: [
    [0, 0],
    [1, 0],
    [0.5, 1],
  ],
  PARALLELOGRAM_RIGHT: [
    [0.2, 0],
    [1, 0],
    [0.8, 1],
    [0, 1],
  ],
  PARALLELOGRAM_LEFT: [
    [0, 0],
    [0.8, 0],
    [1, 1],
    [0.2, 1],
  ],
  HEXAGON: [
    [0.15, 0],
    [0.85, 0],
    [1, 0.5],
    [0.85, 1],
    [0.15, 1],
    [0, 0.5],
  ],
  TRAPEZOID: [
    [0.2, 0],
    [0.8, 0],
    [1, 1],
    [0, 1],
  ],
};

function lettered(node: NodeRecord, definitions: Definitions): string {
  const { width, height } = boxOf(node);
  const [paint] = paintsOf(node.file, node, "fills");
  const fill = paint ? `${paintValue(paint, { width, height }, definitions)}"${paintOpacity(paint, "fill")}` : 'none"';
  const attributes = `fill="${fill} stroke="#333" stroke-width="${node.type === "STICKY" ? 0 : 1}"`;
  const type = String(node.get("shapeType") ?? "SQUARE");
  const points = polygons[type]?.map(([x, y]) => `${x * width},${y * height}`).join(" ");
  const round = type === "ROUNDED_RECTANGLE" ? 8 : 0;
  const drawn = points
    ? `<polygon points="${points}" ${attributes}/>`
    : type === "ELLIPSE"
      ? `<ellipse cx="${width / 2}" cy="${height / 2}" rx="${width / 2}" ry="${height / 2}" ${attributes}/>`
      : `<rect width="${width}" height="${height}" rx="${round}" ${attributes}/>`;
  return drawn + drawLetters(node.values.text as NodeRecord, { width, height }, "CENTER", "CENTER");
}

function table(node: NodeRecord): string {
  const { width, height } = boxOf(node);
  const [rows, columns] = [numberOf(node, "numRows", 1), numberOf(node, "numColumns", 1)];
  const cell = { width: width / columns, height: height / rows };
  const cells = (node.values.cells as readonly NodeRecord[]).map((one) => {
    const [x, y] = [numberOf(one, "columnIndex") * cell.width, numberOf(one, "rowIndex") * cell.height];
    const letters = drawLetters(one.values.text as NodeRecord, cell, "LEFT", "CENTER");
    return `<g transform="translate(${x} ${y})"><rect width="${cell.width}" height="${cell.height}" fill="#fff" stroke="#999"/>${letters}</g>`;
  });
  return cells.join("");
}
