import type { TypeStyle } from "@figma/rest-api-spec";
import { describeValue } from "../differences/describe-value.ts";
import type { DesignNode } from "../nodes/design-node.ts";
import { styleNodes } from "../tokens/style-nodes.ts";
import type { LintedDesign } from "./linted-design.ts";

/** What a style governs of a node. */
export type StyledPart = "fill" | "stroke" | "text" | "effect";

/** Styles' names by what they look like. */
export type StyleIndex = Readonly<Record<StyledPart, ReadonlyMap<string, string>>>;

/** The styles of a design by their values, as the nodes that use them show. */
export function styleIndex({ document, nodes }: LintedDesign): StyleIndex {
  const paint = new Map<string, string>();
  const text = new Map<string, string>();
  const effect = new Map<string, string>();
  const looks = { FILL: paint, TEXT: text, EFFECT: effect };
  const [root] = nodes;
  for (const [id, { node, isStroke }] of root === undefined ? [] : styleNodes(root.node)) {
    const style = document.styles[id];
    if (style === undefined || style.styleType === "GRID") continue;
    const part = { FILL: isStroke ? "stroke" : "fill", TEXT: "text", EFFECT: "effect" } as const;
    const look = lookOf(node, part[style.styleType]);
    if (look !== undefined && !looks[style.styleType].has(look)) looks[style.styleType].set(look, style.name);
  }
  return { fill: paint, stroke: paint, text, effect };
}

/** What a part of a node looks like, in words that are the same where it looks the same; undefined where there is nothing to see. */
export function lookOf(node: DesignNode, part: StyledPart): string | undefined {
  if (part === "text") return node.style === undefined ? undefined : textLook(node.style);
  if (part === "effect") return seen(node.effects) ? describeValue("effects", node.effects) : undefined;
  const paints = part === "fill" ? node.fills : node.strokes;
  return seen(paints) ? describeValue("fills", paints) : undefined;
}

function seen(list: readonly { readonly visible?: boolean }[] | undefined): boolean {
  return list?.some(({ visible }) => visible !== false) === true;
}

function textLook(style: TypeStyle): string {
  const { fontFamily, fontSize = 0, fontWeight, letterSpacing = 0, lineHeightPx = 0, italic = false } = style;
  const more = `${style.textCase ?? "ORIGINAL"} ${style.textDecoration ?? "NONE"}${italic ? " italic" : ""}`;
  return `${fontFamily} ${fontSize.toFixed(2)}/${lineHeightPx.toFixed(1)} ${fontWeight} ${letterSpacing.toFixed(2)} ${more}`;
}
