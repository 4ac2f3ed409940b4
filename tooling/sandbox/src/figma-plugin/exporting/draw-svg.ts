import type { Paint, RGBA } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { around, type Box, boundsUnder, boxOf, isGroup, numberOf, relativeMatrix } from "../layout/boxes.ts";
import { effectsOf, paintsOf } from "../styles/worn.ts";
import { drawShape, drawSpecial } from "./draw-shape.ts";
import { drawText } from "./draw-text.ts";
import { colorOf, Definitions, paintValue } from "./svg-paints.ts";

/** How much room is left around a page, and around what casts a shadow. */
const margin = 24;

/** A picture of a node and all below it; of a page, of everything on it. */
export function drawSvg(node: NodeRecord): string {
  const definitions = new Definitions();
  const { box, body } = node.type === "PAGE" ? page(node, definitions) : alone(node, definitions);
  const view = [box.x, box.y, box.width, box.height].map(round).join(" ");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${round(box.width)}" height="${round(box.height)}" viewBox="${view}">` +
    `<defs>${definitions}</defs>${body}</svg>`
  );
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function page(node: NodeRecord, definitions: Definitions) {
  const bounds = around(node.children.map((child) => boundsUnder(relativeMatrix(child), boxOf(child))));
  const { x, y, width, height } = bounds ?? { x: 0, y: 0, width: 100, height: 100 };
  const box = { x: x - margin, y: y - margin, width: width + margin * 2, height: height + margin * 2 };
  const [background] = (node.get("backgrounds") as readonly Paint[] | undefined) ?? [];
  const color = background?.type === "SOLID" ? colorOf(background.color) : "#f5f5f5";
  const sheet = `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${color}"/>`;
  return { box, body: sheet + node.children.map((child) => drawNode(child, definitions)).join("") };
}

function alone(node: NodeRecord, definitions: Definitions): { box: Box; body: string } {
  if (isGroup(node)) return { box: boxOf(node), body: drawNode(node, definitions) };
  return { box: { ...boxOf(node), x: 0, y: 0 }, body: drawNode(node, definitions, false) };
}

/** @param placed whether it is drawn where it stands in its parent, or at the origin */
function drawNode(node: NodeRecord, definitions: Definitions, placed = true): string {
  if (node.effective("visible") === false) return "";
  const [[a, c, e], [b, d, f]] = relativeMatrix(node);
  const moved = placed && !isGroup(node);
  const opacity = numberOf(node, "opacity", 1);
  const attributes = [
    moved ? ` transform="matrix(${[a, b, c, d, e, f].map(round).join(" ")})"` : "",
    opacity < 1 ? ` opacity="${round(opacity)}"` : "",
    filter(node, definitions),
  ].join("");
  return `<g${attributes}>${content(node, definitions)}</g>`;
}

function content(node: NodeRecord, definitions: Definitions): string {
  if (node.type === "BOOLEAN_OPERATION") return drawBoolean(node, definitions);
  const own =
    node.type === "TEXT"
      ? drawText(node, definitions)
      : (drawSpecial(node, definitions) ?? drawShape(node, definitions));
  const hidden = node.type === "SECTION" && node.get("sectionContentsHidden") === true;
  const children = hidden ? "" : node.children.map((child) => drawNode(child, definitions)).join("");
  if (!children || node.get("clipsContent") !== true) return own + children;
  const clip = definitions.add((id) => `<clipPath id="${id}">${drawShape(node, definitions, "#000")}</clipPath>`);
  return `${own}<g clip-path="url(#${clip})">${children}</g>`;
}

/** Shapes of a boolean operation in its own fill: cut out, cut to each other, or joined. */
function drawBoolean(node: NodeRecord, definitions: Definitions): string {
  const [paint] = paintsOf(node.file, node, "fills").filter(({ visible }) => visible !== false);
  const fill = paint ? paintValue(paint, boxOf(node), definitions) : "none";
  const outline = (child: NodeRecord, color: string) => {
    const [[a, c, e], [b, d, f]] = relativeMatrix(child);
    const place = isGroup(child) ? "" : ` transform="matrix(${[a, b, c, d, e, f].map(round).join(" ")})"`;
    return `<g${place}>${drawShape(child, definitions, color)}</g>`;
  };
  const [first, ...others] = node.children;
  const operation = node.get("booleanOperation");
  if (!first) return "";
  if (operation === "SUBTRACT") {
    const { x, y, width, height } = boxOf(node);
    const cut = others.map((child) => outline(child, "#000")).join("");
    const mask = definitions.add(
      (id) =>
        `<mask id="${id}" maskUnits="userSpaceOnUse" x="${x}" y="${y}" width="${width}" height="${height}">${outline(first, "#fff")}${cut}</mask>`,
    );
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" mask="url(#${mask})"/>`;
  }
  if (operation !== "INTERSECT") return node.children.map((child) => outline(child, fill)).join("");
  return others.reduce(
    (drawn, child) => {
      const clip = definitions.add((id) => `<mask id="${id}">${outline(child, "#fff")}</mask>`);
      return `<g mask="url(#${clip})">${drawn}</g>`;
    },
    outline(first, fill),
  );
}

function filter(node: NodeRecord, definitions: Definitions): string {
  const steps = effectsOf(node.file, node).flatMap((effect) => {
    if (effect.visible === false) return [];
    if (effect.type === "LAYER_BLUR") return [`<feGaussianBlur stdDeviation="${effect.radius / 2}"/>`];
    if (effect.type !== "DROP_SHADOW") return [];
    const { offset, radius, color } = effect;
    const { r, g, b, a } = color as RGBA;
    return [
      `<feDropShadow dx="${offset.x}" dy="${offset.y}" stdDeviation="${radius / 2}" flood-color="${colorOf({ r, g, b })}" flood-opacity="${round(a)}"/>`,
    ];
  });
  if (steps.length === 0) return "";
  const id = definitions.add(
    (name) => `<filter id="${name}" x="-50%" y="-50%" width="200%" height="200%">${steps.join("")}</filter>`,
  );
  return ` filter="url(#${id})"`;
}
