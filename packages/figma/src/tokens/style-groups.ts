import type { FigmaDocument } from "../documents/figma-document.ts";
import { rootOf } from "../nodes/design-node.ts";
import { borderTokens } from "./border-tokens.ts";
import { effectValue } from "./effect-value.ts";
import { paintValue } from "./paint-value.ts";
import type { RefTo } from "./ref-to.ts";
import { type StyleUse, styleNodes } from "./style-nodes.ts";
import { isRef, type Token, type TokenGroup, type TokenType, type TokenValue } from "./token.ts";
import { typographyValue } from "./typography-value.ts";

/** Groups of tokens made of styles, and what could not be made one, in words. */
export interface StyleGroups {
  readonly groups: readonly TokenGroup[];
  /** Styles that no node in the file uses: REST tells their names and not what they are. */
  readonly unseen: readonly string[];
  /** Styles that no token can say. */
  readonly unsaid: readonly string[];
}

const groupNames = { FILL: "Color styles", TEXT: "Text styles", EFFECT: "Effect styles" } as const;

/** Styles as tokens: colours and gradients, typography, shadows and blurs; and borders, as strokes combine styles with widths. */
export function styleGroups(document: FigmaDocument, refTo: RefTo): StyleGroups {
  const uses = styleNodes(rootOf(document));
  const unseen: string[] = [];
  const unsaid: string[] = [];
  const byKind = { FILL: [] as Token[], TEXT: [] as Token[], EFFECT: [] as Token[] };
  for (const [id, { name, styleType, description }] of Object.entries(document.styles)) {
    if (styleType === "GRID") {
      unsaid.push(name);
      continue;
    }
    const use = uses.get(id);
    const value = use === undefined ? undefined : styleValue(styleType, use, refTo);
    if (value === undefined) (use === undefined ? unseen : unsaid).push(name);
    else byKind[styleType].push(styleToken(id, name, description, value));
  }
  const styled = new Set([...byKind.FILL].filter(({ type }) => type === "color").map(({ key }) => key));
  const borders = borderTokens(document, styled, refTo);
  const groups = [
    ...(["FILL", "TEXT", "EFFECT"] as const).map((kind) => ({ name: groupNames[kind], tokens: byKind[kind] })),
    { name: "Borders", tokens: borders },
  ];
  return {
    groups: groups.filter(({ tokens }) => tokens.length > 0).map((group) => ({ ...group, modes: [""] })),
    unseen,
    unsaid,
  };
}

function styleValue(kind: keyof typeof groupNames, { node, isStroke }: StyleUse, refTo: RefTo): TokenValue | undefined {
  if (kind === "TEXT") return typographyValue(node, refTo);
  if (kind === "EFFECT") return effectValue(node.effects ?? [], refTo);
  return paintValue((isStroke ? node.strokes : node.fills) ?? [], refTo);
}

function styleToken(key: string, name: string, description: string, value: TokenValue): Token {
  const type: TokenType = isRef(value) ? "color" : value.type;
  return { key, name, type, use: undefined, description, isDeprecated: false, codeName: undefined, values: [value] };
}
