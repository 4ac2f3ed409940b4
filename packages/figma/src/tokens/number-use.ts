import type { VariableScope } from "@figma/rest-api-spec";

/** What a number of a design is for. */
export type NumberUse =
  | "radius"
  | "spacing"
  | "size"
  | "strokeWidth"
  | "blur"
  | "opacity"
  | "fontSize"
  | "fontWeight"
  | "lineHeight"
  | "letterSpacing"
  | "number";

const byScope: Partial<Record<VariableScope, NumberUse>> = {
  CORNER_RADIUS: "radius",
  GAP: "spacing",
  WIDTH_HEIGHT: "size",
  STROKE_FLOAT: "strokeWidth",
  EFFECT_FLOAT: "blur",
  OPACITY: "opacity",
  COLOR_OPACITY: "opacity",
  FONT_SIZE: "fontSize",
  FONT_WEIGHT: "fontWeight",
  LINE_HEIGHT: "lineHeight",
  LETTER_SPACING: "letterSpacing",
  PARAGRAPH_SPACING: "spacing",
  PARAGRAPH_INDENT: "spacing",
  FONT_VARIATIONS: "number",
  TEXT_CONTENT: "number",
};

/** In this order: `font-size` is no size, `line-height` no height. */
const byName: readonly (readonly [RegExp, NumberUse])[] = [
  [/radi(us|i)|rounded|corner/i, "radius"],
  [/font[-_ /]?size|text[-_ /]?size/i, "fontSize"],
  [/font[-_ /]?weight|\bweight\b/i, "fontWeight"],
  [/line[-_ /]?height|leading/i, "lineHeight"],
  [/letter[-_ /]?spacing|tracking/i, "letterSpacing"],
  [/opacity|alpha/i, "opacity"],
  [/(stroke|border|outline)/i, "strokeWidth"],
  [/blur/i, "blur"],
  [/spac(e|ing)|gap|padding|margin|gutter|inset/i, "spacing"],
  [/size|width|height|breakpoint|screen/i, "size"],
  [/z-?index|ratio|scale|count|columns|duration|order/i, "number"],
];

/**
 * What a variable's number is for: its scopes say, and where they allow everything its name may. Undefined where neither does,
 * which in Figma is a length nearly always.
 */
export function numberUse(name: string, scopes: readonly VariableScope[]): NumberUse | undefined {
  const uses = new Set(scopes.map((scope) => byScope[scope]));
  if (uses.size === 1) {
    const [only] = uses;
    if (only !== undefined) return only;
  }
  if (uses.has("spacing") && uses.has("size") && uses.size === 2) return "spacing";
  return byName.find(([pattern]) => pattern.test(name))?.[1];
}
