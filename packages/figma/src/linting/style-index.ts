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
  const [root] = nodes;
  const index = {
    paint: new Map<string, string>(),
    text: new Map<string, string>(),
    effect: new Map<string, string>(),
  };
  if (root !== undefined) {
    for (const [id, { node, isStroke }] of styleNodes(root.node)) {
      const style = document.styles[id];
      if (style === undefined || style.styleType === "GRID") continue;
      const part =
        style.styleType === "TEXT" ? "text" : style.styleType === "EFFECT" ? "effect" : isStroke ? "stroke" : "fill";
      const look = lookOf(node, part);
      const looks = style.styleType === "FILL" ? index.paint : part === "text" ? index.text : index.effect;
      if (look !== undefined && !looks.has(look)) looks.set(look, style.name);
    }
  }
  return { fill: index.paint, stroke: index.paint, text: index.text, effect: index.effect };
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
