import type { Paint, VariableScope } from "@figma/rest-api-spec";
import type { DesignNode } from "../../nodes/design-node.ts";
import type { PlacedNode } from "../../nodes/placed-node.ts";
import { styleId } from "../../nodes/style-id.ts";
import type { NumberUse } from "../../tokens/number-use.ts";
import type { LintedDesign } from "../linted-design.ts";
import type { LintRule, Problem } from "../rule.ts";
import { type KnownVariable, type VariableIndex, valueKey, variableIndex } from "../variable-index.ts";

/** Fields that take a number, what for, and the names under which bindings stand. */
const numbers: readonly {
  readonly field: keyof DesignNode;
  readonly use: NumberUse;
  readonly scope: VariableScope;
  readonly bound: readonly string[];
}[] = [
  { field: "itemSpacing", use: "spacing", scope: "GAP", bound: ["itemSpacing"] },
  { field: "counterAxisSpacing", use: "spacing", scope: "GAP", bound: ["counterAxisSpacing"] },
  { field: "paddingLeft", use: "spacing", scope: "GAP", bound: ["paddingLeft"] },
  { field: "paddingRight", use: "spacing", scope: "GAP", bound: ["paddingRight"] },
  { field: "paddingTop", use: "spacing", scope: "GAP", bound: ["paddingTop"] },
  { field: "paddingBottom", use: "spacing", scope: "GAP", bound: ["paddingBottom"] },
  {
    field: "cornerRadius",
    use: "radius",
    scope: "CORNER_RADIUS",
    bound: ["topLeftRadius", "rectangleCornerRadii", "cornerRadius"],
  },
];

/** Names of variables in one finding. */
const mostNamed = 3;

/** A value that a variable has is taken from the variable: colours, spacing and radii, where the variable's scopes allow it. */
export const hardCodedValue: LintRule = {
  name: "hard-coded-value",
  prepare(design) {
    const variables = variableIndex(design.document);
    return (placed) => {
      if (variables.size === 0 || !design.isSeen(placed)) return [];
      const { node } = placed;
      return [
        ...(design.isInherited(placed, "fills") ? [] : paints(node, "fill", node.fills, variables)),
        ...(design.isInherited(placed, "strokes") ? [] : paints(node, "stroke", node.strokes, variables)),
        ...lengths(placed, design, variables),
      ];
    };
  },
};

/** Fields of one value and one variable are one finding: the four sides of a padding. */
function lengths(placed: PlacedNode, design: LintedDesign, variables: VariableIndex): readonly Problem[] {
  const { node } = placed;
  const found = new Map<
    string,
    { readonly fields: string[]; readonly value: string; readonly fit: readonly KnownVariable[] }
  >();
  for (const { field, use, scope, bound } of numbers) {
    const value = node[field];
    if (typeof value !== "number" || value === 0 || design.isInherited(placed, field, ...bound)) continue;
    if (bound.some((name) => node.boundVariables?.[name] !== undefined)) continue;
    const fit = variables.get(valueKey(value))?.filter((variable) => takesNumber(variable, use, scope)) ?? [];
    if (fit.length === 0) continue;
    const key = `${use} ${value}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { fields: [field], value: `${Number(value.toFixed(2))}px`, fit });
    else known.fields.push(field);
  }
  return [...found.values()].map(({ fields, value, fit }) => problem(fields.join(", "), value, fit));
}

function paints(
  node: DesignNode,
  part: "fill" | "stroke",
  list: readonly Paint[] | undefined,
  variables: VariableIndex,
): readonly Problem[] {
  if (list === undefined || styleId(node, part) !== undefined) return [];
  return list.flatMap((paint) => {
    if (paint.type !== "SOLID" || paint.visible === false || paint.boundVariables?.color !== undefined) return [];
    const color = valueKey({ ...paint.color, a: (paint.color.a ?? 1) * (paint.opacity ?? 1) });
    const fit = variables.get(color)?.filter(({ scopes }) => takesColor(scopes, node, part)) ?? [];
    return fit.length === 0 ? [] : [problem(part, color, fit)];
  });
}

function takesColor(scopes: readonly VariableScope[], { type }: DesignNode, part: "fill" | "stroke"): boolean {
  if (scopes.includes("ALL_SCOPES")) return true;
  if (part === "stroke") return scopes.includes("STROKE_COLOR");
  const own = type === "TEXT" ? "TEXT_FILL" : isFrame(type) ? "FRAME_FILL" : "SHAPE_FILL";
  return scopes.includes("ALL_FILLS") || scopes.includes(own);
}

function isFrame(type: string): boolean {
  return (
    type === "FRAME" || type === "COMPONENT" || type === "COMPONENT_SET" || type === "INSTANCE" || type === "SECTION"
  );
}

function takesNumber({ scopes, use }: KnownVariable, wanted: NumberUse, scope: VariableScope): boolean {
  if (scopes.includes(scope)) return true;
  return scopes.includes("ALL_SCOPES") && (use === undefined || use === wanted);
}

/** Those that stand for others come first: they are meant to be applied, and the others to be stood for. */
function problem(field: string, value: string, variables: readonly KnownVariable[]): Problem {
  const sorted = [...variables].sort((one, other) => Number(other.isAlias) - Number(one.isAlias));
  const names = sorted.slice(0, mostNamed).map(({ name }) => JSON.stringify(name));
  return {
    severity: "warning",
    what: `${field} ${value} is written out, though ${names.length === 1 ? "a variable has" : "variables have"} that value`,
    mend: `Bind ${names.join(" or ")}.`,
  };
}
