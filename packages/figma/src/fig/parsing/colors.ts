import type { RGBA } from "@figma/rest-api-spec";
import { finite } from "./finite.ts";
import type { Kiwi } from "./kiwi.ts";

const black: RGBA = { r: 0, g: 0, b: 0, a: 1 };

/** A colour in REST's words, black where there is none. */
export function colorOf(color: Kiwi<"Color"> | undefined): RGBA {
  if (color === undefined) return black;
  return { r: finite(color.r, 0), g: finite(color.g, 0), b: finite(color.b, 0), a: finite(color.a, 1) };
}
