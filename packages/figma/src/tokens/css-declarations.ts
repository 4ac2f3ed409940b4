import { cssComment } from "./css-comment.ts";
import type { CssNames } from "./css-names.ts";
import { cssValue, px } from "./css-value.ts";
import { isRef, type Token, type Typography } from "./token.ts";

/** The custom properties that one token becomes in one mode, a line each. */
export function cssDeclarations(token: Token, mode: number, names: CssNames): readonly string[] {
  const name = names.get(token.key) ?? "token";
  const value = token.values[mode] ?? token.values[0];
  if (value === undefined) return [];
  const ref = ({ ref: key }: { readonly ref: string }) => `var(--${names.get(key) ?? "token"})`;
  const comment = token.name === name ? "" : ` ${cssComment(token.name)}`;
  const line = `--${name}: ${cssValue(value, ref)};${comment}`;
  if (isRef(value) || value.type !== "typography") return [line];
  return [line, ...beside(value.value).map(([property, text]) => `--${name}-${property}: ${text};`)];

  /** What CSS's `font` has no place for. */
  function beside({ letterSpacing, more }: Typography): readonly (readonly [string, string])[] {
    const spacing = isRef(letterSpacing) ? ref(letterSpacing) : letterSpacing === 0 ? undefined : px(letterSpacing);
    const transform = { UPPER: "uppercase", LOWER: "lowercase", TITLE: "capitalize" }[String(more.textCase)];
    const decoration = { UNDERLINE: "underline", STRIKETHROUGH: "line-through" }[String(more.textDecoration)];
    return [
      ...(spacing === undefined ? [] : [["letter-spacing", spacing] as const]),
      ...(transform === undefined ? [] : [["text-transform", transform] as const]),
      ...(decoration === undefined ? [] : [["text-decoration", decoration] as const]),
    ];
  }
}
