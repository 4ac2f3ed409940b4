import type { ConnectorEndpoint } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { absoluteMatrix, type Box, boxOf } from "../layout/boxes.ts";
import { escapeXml } from "./draw-text.ts";

interface End {
  readonly x: number;
  readonly y: number;
  /** Whether the line leaves upwards or downwards there. */
  readonly down: boolean;
}

/** A line from one node to another, with a bend in the middle, a point at its end and its letters. */
export function drawConnector(node: NodeRecord): string {
  const from = boxAt(node, "connectorStart");
  const to = boxAt(node, "connectorEnd");
  const start = endOf(node, "connectorStart", from, to);
  const end = endOf(node, "connectorEnd", to, from);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const straight = node.get("connectorLineType") === "STRAIGHT";
  const bends = straight ? "" : start.down ? `V${middle.y}H${end.x}` : `H${middle.x}V${end.y}`;
  const pointed = node.get("connectorEndStrokeCap") !== "NONE";
  const letters = String((node.values.text as NodeRecord | undefined)?.get("characters") ?? "");
  const label = letters
    ? `<text x="${middle.x}" y="${middle.y - 4}" text-anchor="middle" font-family="Inter, Liberation Sans, sans-serif" font-size="12" fill="#333">${escapeXml(letters)}</text>`
    : "";
  const line = `<path d="M${start.x} ${start.y}${bends}L${end.x} ${end.y}" fill="none" stroke="#333" stroke-width="2"/>`;
  return line + (pointed ? point(start, end, straight) : "") + label;
}

function point(start: End, end: End, straight: boolean): string {
  const turn = (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI;
  const square = end.down ? (end.y > start.y ? 90 : -90) : end.x > start.x ? 0 : 180;
  return `<path transform="translate(${end.x} ${end.y}) rotate(${straight ? turn : square})" d="M0 0L-10 -5V5Z" fill="#333"/>`;
}

/** What an end is attached to, in the connector's own coordinates; a box of no size for a place on the canvas. */
function boxAt(node: NodeRecord, key: string): Box {
  const end = node.get(key) as ConnectorEndpoint | undefined;
  const [[, , left], [, , top]] = absoluteMatrix(node);
  const other = end && "endpointNodeId" in end ? node.file.nodes.get(end.endpointNodeId) : undefined;
  if (other) {
    const [[, , x], [, , y]] = absoluteMatrix(other);
    const { width, height } = boxOf(other);
    return { x: x - left, y: y - top, width, height };
  }
  const { x, y } = end && "position" in end ? end.position : { x: left, y: top };
  return { x: x - left, y: y - top, width: 0, height: 0 };
}

const magnets: Readonly<Record<string, readonly [number, number]>> = {
  TOP: [0.5, 0],
  BOTTOM: [0.5, 1],
  LEFT: [0, 0.5],
  RIGHT: [1, 0.5],
  CENTER: [0.5, 0.5],
  NONE: [0.5, 0.5],
};

function endOf(node: NodeRecord, key: string, box: Box, other: Box): End {
  const end = node.get(key) as ConnectorEndpoint | undefined;
  const wanted = end && "magnet" in end ? end.magnet : "AUTO";
  const magnet = wanted === "AUTO" ? facing(box, other) : wanted;
  const [across, along] = magnets[magnet] ?? [0.5, 0.5];
  return {
    x: box.x + across * box.width,
    y: box.y + along * box.height,
    down: magnet === "TOP" || magnet === "BOTTOM",
  };
}

/** The side that looks at the other box. */
function facing(box: Box, other: Box): string {
  const across = other.x + other.width / 2 - (box.x + box.width / 2);
  const down = other.y + other.height / 2 - (box.y + box.height / 2);
  if (Math.abs(down) >= Math.abs(across)) return down > 0 ? "BOTTOM" : "TOP";
  return across > 0 ? "RIGHT" : "LEFT";
}
