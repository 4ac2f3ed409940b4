import type { RGBA, Vector } from "@figma/rest-api-spec";
import type { NumberUse } from "./number-use.ts";

/** Another token, by its key. */
export interface TokenRef {
  readonly ref: string;
}

export type Or<Literal> = Literal | TokenRef;

export interface ShadowLayer {
  readonly color: Or<RGBA>;
  readonly offsetX: Or<number>;
  readonly offsetY: Or<number>;
  readonly blur: Or<number>;
  readonly spread: Or<number>;
  readonly inset: boolean;
}

export interface Gradient {
  readonly kind: "linear" | "radial" | "angular" | "diamond";
  /** Start, end and width, in the unit square of what is filled. */
  readonly handles: readonly Vector[];
  readonly stops: readonly { readonly color: Or<RGBA>; readonly position: number }[];
}

export interface Typography {
  readonly fontFamily: Or<string>;
  /** In pixels, like the spacing of letters. */
  readonly fontSize: Or<number>;
  readonly fontWeight: Or<number>;
  readonly letterSpacing: Or<number>;
  /** A multiple of the font's size. */
  readonly lineHeight: number;
  /** What the composite of the specification has no place for: italic, case, decoration, spacing of paragraphs. */
  readonly more: Readonly<Record<string, string | number | boolean>>;
}

export interface Border {
  readonly color: Or<RGBA>;
  readonly width: Or<number>;
  /** Lengths of dashes and gaps; a solid line where there are none. */
  readonly dashes: readonly number[];
}

/** What a token is worth in one mode, told apart by its type. */
export type TokenLiteral =
  | { readonly type: "color"; readonly value: RGBA }
  | { readonly type: "dimension" | "number" | "fontWeight"; readonly value: number }
  | { readonly type: "fontFamily" | "string"; readonly value: string }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "blur"; readonly value: Or<number>; readonly isBackdrop: boolean }
  | { readonly type: "shadow"; readonly value: readonly ShadowLayer[] }
  | { readonly type: "gradient"; readonly value: Gradient }
  | { readonly type: "typography"; readonly value: Typography }
  | { readonly type: "border"; readonly value: Border };

export type TokenType = TokenLiteral["type"];

export type TokenValue = TokenLiteral | TokenRef;

export interface Token {
  /** A variable's or a style's id. */
  readonly key: string;
  /** As designers wrote it, with slashes between groups. */
  readonly name: string;
  readonly type: TokenType;
  /** What a number is for, where its scopes or its name tell. */
  readonly use: NumberUse | undefined;
  readonly description: string;
  readonly isDeprecated: boolean;
  /** What developers write for it on the web, where the designers said. */
  readonly codeName: string | undefined;
  /** By the modes of its group, in their order. */
  readonly values: readonly TokenValue[];
}

/** A collection of variables, or the styles of one kind. */
export interface TokenGroup {
  readonly name: string;
  /** The first is the one that holds where nothing else is said. */
  readonly modes: readonly string[];
  readonly tokens: readonly Token[];
}

/** Whether a value stands for another token's. */
export function isRef(value: unknown): value is TokenRef {
  return typeof value === "object" && value !== null && "ref" in value;
}
