import type { VariableAlias } from "@figma/rest-api-spec";
import type { Layer } from "../outline/layer.ts";
import type { SharedValue } from "./style-table.ts";

/** Told with the paints and effects themselves. */
const toldElsewhere: ReadonlySet<string> = new Set(["fills", "strokes", "effects", "textRangeFills"]);

/** In the words of the tree, where it has another. */
const words: Readonly<Record<string, string>> = {
  itemSpacing: "gap",
  counterAxisSpacing: "row-gap",
  paddingLeft: "pad-left",
  paddingRight: "pad-right",
  paddingTop: "pad-top",
  paddingBottom: "pad-bottom",
  topLeftRadius: "r-top-left",
  topRightRadius: "r-top-right",
  bottomLeftRadius: "r-bottom-left",
  bottomRightRadius: "r-bottom-right",
  RECTANGLE_TOP_LEFT_CORNER_RADIUS: "r-top-left",
  RECTANGLE_TOP_RIGHT_CORNER_RADIUS: "r-top-right",
  RECTANGLE_BOTTOM_LEFT_CORNER_RADIUS: "r-bottom-left",
  RECTANGLE_BOTTOM_RIGHT_CORNER_RADIUS: "r-bottom-right",
  minWidth: "min-w",
  maxWidth: "max-w",
  minHeight: "min-h",
  maxHeight: "max-h",
  characters: "text",
};

/** Which of a layer's fields take their value from a variable: each field once, with the variable it is bound to. */
export function boundFields({ boundVariables }: Layer): readonly (readonly [string, VariableAlias])[] {
  if (boundVariables === undefined || boundVariables === null) return [];
  const bound: (readonly [string, VariableAlias])[] = [];
  const take = (field: string, value: unknown, depth: number): void => {
    if (typeof value !== "object" || value === null || depth > 2) return;
    if ("id" in value && typeof value.id === "string") bound.push([words[field] ?? field, value as VariableAlias]);
    else if (Array.isArray(value)) take(field, value[0], depth + 1);
    else for (const [inner, alias] of Object.entries(value)) take(innerName(field, inner), alias, depth + 1);
  };
  for (const [field, value] of Object.entries(boundVariables)) if (!toldElsewhere.has(field)) take(field, value, 0);
  return bound;
}

function innerName(field: string, inner: string): string {
  if (field === "size") return inner === "x" ? "w" : "h";
  return field === "individualStrokeWeights" ? `stroke-${inner}` : inner;
}

/** `vars:gap=v1,w=v2`, those of one variable together: `pad-left+pad-right=v3`. */
export function bindingsText(bound: readonly (readonly [string, SharedValue])[]): string {
  if (bound.length === 0) return "";
  const fields = new Map<SharedValue, string>();
  for (const [field, variable] of bound) {
    const others = fields.get(variable);
    fields.set(variable, others === undefined ? field : `${others}+${field}`);
  }
  return ` vars:${[...fields].map(([variable, names]) => `${names}=${variable.label}`).join(",")}`;
}
