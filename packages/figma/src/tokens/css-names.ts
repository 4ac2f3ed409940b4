import type { Token, TokenGroup } from "./token.ts";

/** Names of custom properties by the tokens' keys, without the two dashes. */
export type CssNames = ReadonlyMap<string, string>;

/** What is told beside a text style's `font`. */
const fontParts = [
  "letter-spacing",
  "text-transform",
  "text-decoration",
  "-line-height",
  "-font-weight",
  "-letter-spacing",
];

/**
 * A custom property's name for every token, no two the same. The designers' own name for the web is taken where they gave one;
 * else the token's name in lower case with dashes, the collection before it only where two tokens would share a name.
 *
 * @param prefix what a token's name begins with, after what its own name begins with was taken away; none where left out
 */
export function cssNames(groups: readonly TokenGroup[], prefix?: (token: Token) => string | undefined): CssNames {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const group of groups) {
    for (const token of group.tokens) {
      const space = prefix?.(token);
      const own = space === undefined ? codeName(token) : undefined;
      const base = own ?? inSpace(space, slug(token.name));
      const whole = inSpace(space, slug(`${group.name} ${token.name}`));
      const isFree = (name: string) => takenBy(token, name).every((one) => !taken.has(one));
      const name = [base, whole].find(isFree) ?? numbered(base, isFree);
      for (const one of takenBy(token, name)) taken.add(one);
      names.set(token.key, name);
    }
  }
  return names;
}

/** Letters, digits, dashes and underscores of any script, which CSS takes as they are (CSS Syntax Level 3, section 4.2). */
export function slug(text: string): string {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_-]+/gu, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "");
  return plain === "" ? "token" : plain;
}

/** What designers call a namespace of Tailwind's. */
const ownWords: Readonly<Record<string, RegExp>> = {
  color: /^colou?rs?-/,
  spacing: /^(spac(e|ing)|gap|size)-/,
  radius: /^(border-|corner-)?radi(us|i)-|-(border-|corner-)?radi(us|i)$/,
  text: /^(font-|text-)size-/,
  font: /^(fonts?|typeface)-/,
  "font-weight": /^(font-)?weight-|^font-/,
  leading: /^(line-height|leading)-/,
  tracking: /^(letter-spacing|tracking)-/,
  shadow: /^(shadows?|elevation)-/,
  breakpoint: /^(breakpoint|screen)-/,
  blur: /^blur-/,
};

/** `color-brand` of `color/brand` or `brand`, never `color-color-brand`. */
function inSpace(space: string | undefined, name: string): string {
  if (space === undefined) return name;
  const own = name.replace(ownWords[space] ?? "", "");
  return `${space}-${own === "" ? name : own}`;
}

function codeName({ codeName: written }: Token): string | undefined {
  return written?.match(/^(?:var\()?--([\p{L}\p{N}_-]+)(?:,[^()]*)?\)?$/u)?.[1];
}

/** A text style becomes several properties. */
function takenBy({ type }: Token, name: string): readonly string[] {
  return type === "typography" ? [name, ...fontParts.map((part) => `${name}-${part}`)] : [name];
}

function numbered(base: string, isFree: (name: string) => boolean): string {
  let number = 2;
  while (!isFree(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
