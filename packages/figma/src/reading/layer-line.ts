import type { Layer } from "../outline/layer.ts";
import { bindingsText } from "./bindings-text.ts";
import { boardText } from "./board-text.ts";
import { boxText } from "./box-text.ts";
import { alignmentText } from "./characters-text.ts";
import { definitionsText, propertiesText, referencesText } from "./component-text.ts";
import type { Design } from "./design.ts";
import type { LayerStyles } from "./design-styles.ts";
import type { Detail } from "./detail.ts";
import { handoffText } from "./handoff-text.ts";
import { lookText } from "./look-text.ts";
import { numberText } from "./number-text.ts";
import { onOneLine } from "./on-one-line.ts";
import { pageText } from "./page-text.ts";
import { placingText } from "./placing-text.ts";
import { prototypeText } from "./prototype-text.ts";
import { quoted } from "./quoted.ts";
import { strokeText } from "./stroke-text.ts";
import { referenceTo, type SharedValue } from "./style-table.ts";
import { typeName } from "./type-name.ts";
import { writtenId } from "./written-id.ts";

/** One layer as it is told, in the parts in which it can be shortened. */
export interface LayerLine {
  /** Type, name and id. */
  readonly head: string;
  readonly facts: string;
  /** A text's characters, between quotes; empty for other layers. */
  readonly characters: string;
  /** Labels in the facts, which the page must tell. */
  readonly needs: readonly SharedValue[];
}

/** Deeper than so, the depth is told as a number: spaces would grow with its square. */
const deepestIndent = 24;

const longestOutlineText = 48;

/**
 * What stands on a layer's line.
 *
 * @param left layers inside this one that are not told by lines of their own: `hidden`, and `inside` where the depth that was asked for ends
 */
export function layerLine(
  design: Design,
  index: number,
  detail: Detail,
  left: { readonly hidden: number; readonly inside: number },
): LayerLine {
  const { flat, folds } = design;
  const layer = flat.layers[index] as Layer;
  const needs: SharedValue[] = [];
  const characters = charactersOf(layer);
  const name = isNameTold(String(layer.name ?? ""), characters) ? ` ${quoted(String(layer.name ?? ""))}` : "";
  const head = `${indent(flat.depths[index] ?? 0)}${typeName(layer.type)}${name} ${writtenId(design, index)}`;
  let facts = readableFacts(design, index, detail, needs);
  if (folds[index] === 1) facts += ` image:${(flat.ends[index] ?? index) - index - 1}`;
  if (folds[index] === 1 && detail === "full") facts += colorsText(design.styles.of(index), needs);
  if (layer.visible === false) facts += " hidden";
  if (left.inside > 0) facts += ` inside:${left.inside}`;
  if (left.hidden > 0) facts += ` hidden:${left.hidden}`;
  const repeated = flat.repeated[index] ?? 0;
  if (repeated > 0) facts += ` repeated:${repeated}`;
  const told = characters === undefined ? "" : ` ${shown(characters, detail)}`;
  return { head: onOneLine(head), facts: onOneLine(facts), characters: told, needs };
}

/** A layer whose fields are not as the API has them is told by its head alone. */
function readableFacts(design: Design, index: number, detail: Detail, needs: SharedValue[]): string {
  try {
    if (detail === "outline") return outlineFacts(design, design.flat.layers[index] as Layer);
    return allFacts(design, index, detail, needs);
  } catch {
    needs.length = 0;
    return " unreadable";
  }
}

function indent(depth: number): string {
  return depth <= deepestIndent ? "  ".repeat(depth) : `${"  ".repeat(deepestIndent)}(${depth}) `;
}

/** Figma names a text by its characters, without their line ends. */
function isNameTold(name: string, characters: string | undefined): boolean {
  if (characters === undefined) return true;
  if (name === characters) return false;
  if (name.length > characters.length || !characters.trimStart().startsWith(name.slice(0, 4))) return true;
  return name.replace(/\s+/g, "") !== characters.replace(/\s+/g, "");
}

function charactersOf({ characters }: Layer): string | undefined {
  return typeof characters === "string" && characters !== "" ? characters : undefined;
}

function shown(characters: string, detail: Detail): string {
  const isCut = detail === "outline" && characters.length > longestOutlineText;
  return quoted(isCut ? `${characters.slice(0, longestOutlineText)}…` : characters);
}

function outlineFacts(design: Design, layer: Layer): string {
  const box = layer.absoluteBoundingBox;
  const size = box ? ` ${numberText(box.width)}x${numberText(box.height)}` : "";
  return layer.componentId === undefined ? size : `${size} of:${design.names.nameOf(layer.componentId)}`;
}

function allFacts(design: Design, index: number, detail: "layout" | "full", needs: SharedValue[]): string {
  const layer = design.flat.layers[index] as Layer;
  const parent = design.flat.parentOf(index);
  const styles = design.styles.of(index);
  if (styles.unreadable) return " unreadable";
  const isFull = detail === "full";
  let facts = boardText(layer) + pageText(layer) + boxText(layer, parent, design.isCopy(index));
  facts += placingText(layer, parent) + (styles.layout === undefined ? "" : ` ${referred(styles.layout, needs)}`);
  if (isFull) facts += lookText(layer) + stylesText(layer, styles, needs);
  facts += alignmentText(layer) + componentFacts(design, layer, styles, needs);
  if (isFull && styles.bound !== undefined) {
    facts += bindingsText(styles.bound);
    for (const [, variable] of styles.bound) needs.push(variable);
  }
  if (!isFull) return facts;
  if (styles.runs !== undefined) {
    facts += styles.runs.text;
    needs.push(...styles.runs.needs);
  }
  facts += modesText(design, layer) + prototypeText(layer) + handoffText(layer);
  return layer.locked ? `${facts} locked` : facts;
}

function stylesText(layer: Layer, styles: LayerStyles, needs: SharedValue[]): string {
  const { fill, stroke, effect, font, grids } = styles;
  let text = "";
  if (fill !== undefined) text += ownText("fill", fill, needs);
  if (stroke !== undefined) text += strokeText(layer, referred(stroke, needs));
  if (effect !== undefined) text += ownText("effect", effect, needs);
  if (grids !== undefined) text += ownText("guides", grids, needs);
  return font === undefined ? text : text + ownText("font", font, needs);
}

/** What a value is of, its label says by itself. */
function ownText(name: string, shared: SharedValue, needs: SharedValue[]): string {
  const told = referred(shared, needs);
  return shared.label === undefined ? ` ${name}:${told}` : ` ${told}`;
}

function referred(shared: SharedValue, needs: SharedValue[]): string {
  if (shared.label === undefined) needs.push(...shared.needs);
  else needs.push(shared);
  return referenceTo(shared);
}

function colorsText({ colors }: LayerStyles, needs: SharedValue[]): string {
  if (colors === undefined || colors.length === 0) return "";
  return ` colors:${colors.map((color) => referred(color, needs)).join(",")}`;
}

function componentFacts(design: Design, layer: Layer, { component }: LayerStyles, needs: SharedValue[]): string {
  const { names, overridden } = design;
  let text = "";
  if (component !== undefined) text += ` of:${referred(component, needs)}`;
  if (layer.type === "COMPONENT" || layer.type === "COMPONENT_SET") text += names.aboutOf(layer.id);
  text += definitionsText(layer) + propertiesText(layer, (id) => names.nameOf(id)) + referencesText(layer);
  const fields = overridden.size === 0 ? undefined : overridden.get(layer.id);
  return fields === undefined ? text : `${text} over:${fields.join(",")}`;
}

/** In which mode of which collection of variables a layer and all inside it are. */
function modesText({ document: { variables } }: Design, { explicitVariableModes }: Layer): string {
  if (!explicitVariableModes) return "";
  const modes = Object.entries(explicitVariableModes);
  if (modes.length === 0) return "";
  const told = modes.map(([collectionId, modeId]) => {
    const collection = variables?.variableCollections[collectionId];
    const mode = collection?.modes.find((one) => one.modeId === modeId)?.name;
    return `${quoted(collection?.name ?? collectionId)}=${quoted(mode ?? String(modeId))}`;
  });
  return ` modes:${told.join(",")}`;
}
