import { cssComment } from "./css-comment.ts";
import { cssDeclarations } from "./css-declarations.ts";
import { type CssNames, cssNames } from "./css-names.ts";
import { cssValue, px } from "./css-value.ts";
import { modeBlocks } from "./mode-blocks.ts";
import { tailwindSpace } from "./tailwind-space.ts";
import { isRef, type Token, type TokenGroup } from "./token.ts";
import type { TokenFile } from "./token-file.ts";
import { cssBlock } from "./write-css.ts";

/**
 * Tokens as a theme of Tailwind CSS 4: what has a namespace there stands in `@theme` in the modes that hold by default, and makes
 * utilities; the rest are plain custom properties. Other modes set the same properties anew below their attribute.
 */
export function writeTailwind(groups: readonly TokenGroup[], allGroups: readonly TokenGroup[]): readonly TokenFile[] {
  const names = cssNames(allGroups, tailwindSpace);
  const tokens = groups.flatMap((group) => group.tokens);
  const theme = tokens.filter((token) => tailwindSpace(token) !== undefined);
  const plain = tokens.filter((token) => tailwindSpace(token) === undefined);
  const blocks = modeBlocks(groups)
    .filter(({ about }) => about !== "")
    .map((block) =>
      block.selector.startsWith(":root") ? { ...block, selector: lastSelector(block.selector) } : block,
    );
  const themed = theme.flatMap((token) => themeDeclarations(token, names)).map((line) => `  ${line}\n`);
  const parts = [
    ...(themed.length === 0 ? [] : [`@theme {\n${themed.join("")}}\n`]),
    ...(plain.length === 0
      ? []
      : [cssBlock({ selector: ":root", about: "", declarations: plain.map((token) => ({ token, mode: 0 })) }, names)]),
    ...blocks.map((block) => cssBlock({ ...block, declarations: block.declarations.filter(isPlain) }, names)),
  ];
  return [{ name: "theme.css", text: parts.join("\n") }];
}

/** The default's values are those of the theme; below its own attribute they hold again. */
function lastSelector(selector: string): string {
  return selector.slice(selector.indexOf("\n") + 1);
}

/** Text styles are parts to Tailwind, not one value, and refer to what changes: they need no rule of a mode's own. */
function isPlain({ token }: { readonly token: Token }): boolean {
  return token.type !== "typography";
}

/** A text style becomes a size with its own height, weight and spacing (`text-heading`). */
function themeDeclarations(token: Token, names: CssNames): readonly string[] {
  const [value] = token.values;
  if (value === undefined || isRef(value) || value.type !== "typography") return cssDeclarations(token, 0, names);
  const { fontSize, lineHeight, fontWeight, letterSpacing } = value.value;
  const name = names.get(token.key) ?? "text";
  const ref = ({ ref: key }: { readonly ref: string }) => `var(--${names.get(key) ?? "token"})`;
  const told = (type: "dimension" | "fontWeight", part: typeof fontSize) =>
    isRef(part) ? ref(part) : type === "dimension" ? px(part) : cssValue({ type, value: part }, ref);
  return [
    `--${name}: ${told("dimension", fontSize)}; ${cssComment(token.name)}`,
    `--${name}--line-height: ${lineHeight};`,
    `--${name}--font-weight: ${told("fontWeight", fontWeight)};`,
    ...(letterSpacing === 0 ? [] : [`--${name}--letter-spacing: ${told("dimension", letterSpacing)};`]),
  ];
}
