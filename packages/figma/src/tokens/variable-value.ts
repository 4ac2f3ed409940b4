import type { RGBA, VariableAlias } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../documents/figma-document.ts";
import type { NumberUse } from "./number-use.ts";
import type { TokenLiteral, TokenType, TokenValue } from "./token.ts";

type Variables = NonNullable<FigmaDocument["variables"]>;
type Value = Variables["variables"][string]["valuesByMode"][string];

interface Shape {
  readonly type: TokenType;
  readonly use: NumberUse | undefined;
}

/**
 * What a variable is worth, as a token's value; undefined where it points at a variable that is not there, or is of another
 * kind than it says.
 */
export function variableValue(
  variables: Variables,
  { type, use }: Shape,
  value: Value | undefined,
): TokenValue | undefined {
  if (value === undefined) return undefined;
  if (isAlias(value)) return variables.variables[value.id] === undefined ? undefined : { ref: value.id };
  if (type === "color") {
    const color = colorOf(variables, value, 0);
    return color === undefined ? undefined : { type, value: color };
  }
  // Figma writes opacity in percent.
  if (typeof value === "number") return literal(type, use === "opacity" ? value / 100 : value);
  return typeof value === "object" ? undefined : literal(type, value);
}

/** Whether a value is another variable's. */
export function isAlias(value: unknown): value is VariableAlias {
  return typeof value === "object" && value !== null && (value as { type?: unknown }).type === "VARIABLE_ALIAS";
}

function literal(type: TokenType, value: number | string | boolean): TokenLiteral | undefined {
  const kind = typeof value;
  const isFit =
    (kind === "number" && (type === "dimension" || type === "number" || type === "fontWeight")) ||
    (kind === "string" && (type === "string" || type === "fontFamily")) ||
    (kind === "boolean" && type === "boolean");
  return isFit ? ({ type, value } as TokenLiteral) : undefined;
}

/** Aliases of aliases; a circle ends here. */
const deepest = 32;

/** A colour, or one that is composed of a colour and an opacity of its own, which no other format can say but by its value. */
function colorOf(variables: Variables, value: unknown, depth: number): RGBA | undefined {
  if (depth > deepest || typeof value !== "object" || value === null) return undefined;
  if (isAlias(value)) return colorOf(variables, defaultValue(variables, value.id), depth + 1);
  if ("color" in value && "opacity" in value) {
    const color = colorOf(variables, value.color, depth + 1);
    const opacity = numberOf(variables, value.opacity, depth + 1);
    return color === undefined || opacity === undefined ? undefined : { ...color, a: opacity };
  }
  const { r, g, b, a = 1 } = value as Partial<RGBA>;
  return r === undefined || g === undefined || b === undefined ? undefined : { r, g, b, a };
}

function numberOf(variables: Variables, value: unknown, depth: number): number | undefined {
  if (typeof value === "number") return value;
  if (depth > deepest || !isAlias(value)) return undefined;
  const target = defaultValue(variables, value.id);
  // An opacity that is a variable is written in percent.
  return typeof target === "number" ? target / 100 : numberOf(variables, target, depth + 1);
}

function defaultValue(variables: Variables, id: string): unknown {
  const variable = variables.variables[id];
  const collection = variable && variables.variableCollections[variable.variableCollectionId];
  return variable?.valuesByMode[collection?.defaultModeId ?? ""] ?? Object.values(variable?.valuesByMode ?? {})[0];
}
