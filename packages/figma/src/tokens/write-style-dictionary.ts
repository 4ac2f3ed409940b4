import type { RGBA } from "@figma/rest-api-spec";
import { cssGradient } from "./css-gradient.ts";
import { cssValue, px } from "./css-value.ts";
import { hexOf } from "./hex-of.ts";
import { modeOverrides } from "./mode-overrides.ts";
import { printJson } from "./print-json.ts";
import { isRef, type Or, type Token, type TokenGroup, type TokenRef } from "./token.ts";
import type { TokenFile } from "./token-file.ts";
import type { TokenPaths } from "./token-paths.ts";
import { writeTree } from "./write-tree.ts";

/**
 * Tokens as Style Dictionary 4 and later read them: its own trees of `$value` and `$type`, with values as CSS writes them. Style
 * Dictionary has no modes: each further mode is a file of its own, for `include` and `source`, with what differs.
 */
export function writeStyleDictionary(groups: readonly TokenGroup[], paths: TokenPaths): readonly TokenFile[] {
  const file = (name: string, of: readonly TokenGroup[], mode: number) => ({
    name,
    text: `${printJson(writeTree(of, paths, (token) => written(token, mode, paths)))}\n`,
  });
  const modes = groups.flatMap((group) =>
    group.modes.flatMap((mode, number) => {
      const tokens = number === 0 ? [] : modeOverrides(group, number);
      return tokens.length === 0
        ? []
        : [file(`${fileName(`${group.name}.${mode}`)}.json`, [{ ...group, tokens }], number)];
    }),
  );
  return [file("tokens.json", groups, 0), ...modes];
}

function written(token: Token, mode: number, paths: TokenPaths): Record<string, unknown> {
  const ref = ({ ref: key }: TokenRef) => `{${(paths.get(key) ?? []).join(".")}}`;
  return {
    $type: token.type === "blur" ? "filter" : token.type,
    $value: valueIn(token, mode, ref),
    ...(token.description === "" ? {} : { $description: token.description }),
    ...(token.isDeprecated ? { $deprecated: true } : {}),
  };
}

/** Composites stay objects, which Style Dictionary's transforms know; in gradients it knows nothing, so they are CSS. */
function valueIn(token: Token, mode: number, ref: (ref: TokenRef) => string): unknown {
  const value = token.values[mode] ?? token.values[0];
  const part = <Literal>(or: Or<Literal>, write: (literal: Literal) => unknown) =>
    isRef(or) ? ref(or) : write(or as Literal);
  if (value === undefined || isRef(value)) return value === undefined ? undefined : ref(value);
  switch (value.type) {
    case "color":
      return commaColor(value.value);
    case "shadow": {
      const layers = value.value.map(({ color, inset, ...lengths }) => ({
        ...(inset ? { type: "inset" } : {}),
        color: part(color, commaColor),
        ...Object.fromEntries(Object.entries(lengths).map(([name, length]) => [name, part(length, px)])),
      }));
      return layers.length === 1 ? layers[0] : layers;
    }
    case "typography": {
      const { fontFamily, fontSize, fontWeight, letterSpacing, lineHeight } = value.value;
      return {
        fontFamily: part(fontFamily, (family) => family),
        fontSize: part(fontSize, px),
        fontWeight: part(fontWeight, (weight) => weight),
        letterSpacing: part(letterSpacing, px),
        lineHeight,
      };
    }
    case "border": {
      const { color, width, dashes } = value.value;
      const style = dashes.length === 0 ? "solid" : "dashed";
      return { color: part(color, commaColor), width: part(width, px), style };
    }
    case "gradient":
      return cssGradient(value.value, (color) => String(part(color, commaColor)));
    case "string":
    case "fontFamily":
    case "boolean":
    case "number":
    case "fontWeight":
      return value.value;
    default:
      return cssValue(value, ref);
  }
}

/** A name that any file system takes. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._ -]+/gu, "-").slice(0, 100);
}

/** Style Dictionary reads colours by a library that knows CSS's older syntax alone, and would lose the alpha of the newer. */
function commaColor(color: RGBA): string {
  if (color.a >= 1) return hexOf(color);
  const bytes = [color.r, color.g, color.b].map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255));
  return `rgba(${bytes.join(", ")}, ${Number(color.a.toFixed(4))})`;
}
