import { dtcgValue, type WriteRef } from "./dtcg-value.ts";
import { gradientAngle } from "./gradient-angle.ts";
import { isRef, type Token, type TokenLiteral, type TokenType } from "./token.ts";

/** The specification's types; it has none for texts and for switches. */
const types: Partial<Record<TokenType, string>> = {
  color: "color",
  dimension: "dimension",
  number: "number",
  fontWeight: "fontWeight",
  fontFamily: "fontFamily",
  blur: "dimension",
  shadow: "shadow",
  gradient: "gradient",
  typography: "typography",
  border: "border",
};

/** Whether the specification has a type for such a token. */
export function hasDtcgType({ type }: Token): boolean {
  return types[type] !== undefined;
}

/** One token in one mode, as the Design Tokens Format Module 2025.10 writes it. */
export function dtcgToken(token: Token, mode: number, ref: WriteRef): Record<string, unknown> {
  const value = token.values[mode] ?? token.values[0];
  const written = value === undefined ? undefined : dtcgValue(value, ref);
  const extension = value === undefined || isRef(value) ? undefined : extensionOf(value);
  return {
    $type: types[token.type],
    ...(isPointer(written) ? written : { $value: written }),
    ...(token.description === "" ? {} : { $description: token.description }),
    ...(token.isDeprecated ? { $deprecated: true } : {}),
    ...(extension === undefined ? {} : { $extensions: { "com.figma": extension } }),
  };
}

/** What Figma has and the specification has no place for. */
function extensionOf(literal: TokenLiteral): Record<string, unknown> | undefined {
  if (literal.type === "gradient") {
    const { kind, handles } = literal.value;
    return kind === "linear" ? { gradient: kind, angle: gradientAngle(handles) } : { gradient: kind };
  }
  if (literal.type === "blur") return { effect: literal.isBackdrop ? "backdrop blur" : "layer blur" };
  if (literal.type !== "typography" || Object.keys(literal.value.more).length === 0) return undefined;
  return literal.value.more;
}

function isPointer(value: unknown): value is { readonly $ref: string } {
  return typeof value === "object" && value !== null && "$ref" in value;
}
