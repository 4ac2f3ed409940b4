import type { Node, Paint } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../src/documents/figma-document.ts";

/** What can be seen of a node and is not found in a tree: its text, its colors, its measures, the names of its styles and its properties. */
export function lostInTree(node: Node, text: string, { styles }: FigmaDocument): string[] {
  const names = "styles" in node ? Object.values(node.styles ?? {}).map((id) => styles[id]?.name ?? id) : [];
  const properties = "componentPropertyDefinitions" in node ? Object.keys(node.componentPropertyDefinitions ?? {}) : [];
  const characters = "characters" in node && node.characters !== "" ? [JSON.stringify(node.characters)] : [];
  const wanted = [...characters, ...colorsOf(node), ...measuresOf(node, text), ...names, ...properties];
  return wanted.filter((one) => !text.includes(one)).map((one) => `${node.id} ${one}`);
}

function colorsOf(node: Node): string[] {
  const fills = "fills" in node ? node.fills : [];
  const strokes = "strokes" in node ? (node.strokes ?? []) : [];
  return [...fills, ...strokes].flatMap((paint) => (paint.visible === false ? [] : colorOf(paint)));
}

function colorOf(paint: Paint): string[] {
  if (paint.type !== "SOLID") return [];
  const { r, g, b, a } = paint.color;
  const bytes = [r, g, b, a * (paint.opacity ?? 1)].map((part) => Math.round(part * 255));
  const digits = (bytes[3] === 255 ? bytes.slice(0, 3) : bytes).map((byte) => byte.toString(16).padStart(2, "0"));
  const isShort = digits.every(([first, second]) => first === second);
  return [`#${digits.map((two) => (isShort ? two[0] : two)).join("")}`.toUpperCase()];
}

/** Of what is inside a drawing the measures are those of the whole. */
function measuresOf(node: Node, text: string): string[] {
  const hasLine = text.includes(`${node.id} `);
  if (!hasLine || !("absoluteBoundingBox" in node) || !node.absoluteBoundingBox) return [];
  const { width, height } = node.absoluteBoundingBox;
  return [[width, height].map((one) => `${Number(one.toFixed(2))}`).join("x")];
}
