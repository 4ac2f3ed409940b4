import type { VariableAlias } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { type DesignNode, rootOf } from "../nodes/design-node.ts";
import { styleId } from "../nodes/style-id.ts";
import { walk } from "../nodes/walk.ts";
import type { RefTo } from "./ref-to.ts";
import type { Border, Token, TokenRef } from "./token.ts";

/** Distinct borders of one design; more than these are no system. */
const mostBorders = 200;

/**
 * Borders as the design has them: Figma keeps no style for a whole border, so they are told from strokes whose colour is a style or
 * a variable, one for each colour, width and pattern of dashes.
 *
 * @param styled ids of styles that are tokens, of one colour
 */
export function borderTokens(document: FigmaDocument, styled: ReadonlySet<string>, refTo: RefTo): Token[] {
  const found = new Map<string, Token>();
  for (const node of walk(rootOf(document))) {
    const border = borderOf(node, styled, refTo);
    if (border === undefined) continue;
    const { name } = border;
    const key = `border:${name}`;
    if (found.has(key) || found.size >= mostBorders) continue;
    found.set(key, token(key, nameOf(document, border), border.value));
  }
  return [...found.values()];
}

interface SeenBorder {
  /** Tells it from the others. */
  readonly name: string;
  readonly color: TokenRef;
  readonly value: Border;
}

function borderOf(node: DesignNode, styled: ReadonlySet<string>, refTo: RefTo): SeenBorder | undefined {
  const strokes = node.strokes?.filter(({ visible = true }) => visible) ?? [];
  const [stroke] = strokes;
  const weight = node.strokeWeight;
  if (stroke?.type !== "SOLID" || strokes.length !== 1 || weight === undefined || weight <= 0) return undefined;
  const style = styleId(node, "stroke");
  const color =
    style !== undefined && styled.has(style) ? { ref: style } : refTo(stroke.boundVariables?.color, "color");
  if (color === undefined) return undefined;
  const width = refTo(boundWidth(node), "dimension") ?? weight;
  const dashes = node.strokeDashes ?? [];
  const name = `${color.ref} ${typeof width === "number" ? width : width.ref} ${dashes.join(" ")}`;
  return { name, color, value: { color, width, dashes } };
}

function boundWidth({ boundVariables }: DesignNode): VariableAlias | undefined {
  const bound = (boundVariables?.strokeWeight ?? boundVariables?.individualStrokeWeights) as
    | VariableAlias
    | Readonly<Record<string, VariableAlias>>
    | undefined;
  return bound === undefined || "id" in bound ? (bound as VariableAlias | undefined) : bound.top;
}

function nameOf(document: FigmaDocument, { color, value }: SeenBorder): string {
  const variables = document.variables?.variables;
  const of = document.styles[color.ref]?.name ?? variables?.[color.ref]?.name ?? color.ref;
  const width = typeof value.width === "number" ? `${value.width}px` : (variables?.[value.width.ref]?.name ?? "width");
  return `${of}/${width}${value.dashes.length === 0 ? "" : ` dashed ${value.dashes.join(" ")}`}`;
}

function token(key: string, name: string, value: Border): Token {
  return {
    key,
    name,
    type: "border",
    use: undefined,
    description: "",
    isDeprecated: false,
    codeName: undefined,
    values: [{ type: "border", value }],
  };
}
