import type { VariableScope } from "@figma/rest-api-spec";
import { describeValue } from "../differences/describe-value.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import type { NumberUse } from "../tokens/number-use.ts";
import { settleAliases } from "../tokens/settle-aliases.ts";
import { isRef, type Token, type TokenLiteral } from "../tokens/token.ts";
import { variableGroups } from "../tokens/variable-groups.ts";

/** A variable that has a value in some mode. */
export interface KnownVariable {
  readonly name: string;
  readonly scopes: readonly VariableScope[];
  readonly use: NumberUse | undefined;
  /** Whether it stands for another variable, as those do that are meant to be applied. */
  readonly isAlias: boolean;
}

/** Variables by what they are worth in any of their modes: colours as CSS writes them, lengths in pixels. */
export type VariableIndex = ReadonlyMap<string, readonly KnownVariable[]>;

/** The variables of a design by their values; empty where the source does not tell them. */
export function variableIndex({ variables }: FigmaDocument): VariableIndex {
  const index = new Map<string, KnownVariable[]>();
  if (variables === undefined) return index;
  const tokens = settleAliases(variableGroups(variables)).flatMap((group) => group.tokens);
  const byKey = new Map(tokens.map((token) => [token.key, token]));
  for (const token of tokens) {
    const scopes = variables.variables[token.key]?.scopes ?? [];
    const known = { name: token.name, scopes, use: token.use, isAlias: token.values.some(isRef) };
    const keys = new Set(token.values.map((_, mode) => keyOf(endOf(byKey, token, mode))));
    for (const key of keys) {
      if (key !== undefined) index.set(key, [...(index.get(key) ?? []), known]);
    }
  }
  return index;
}

/** As values are looked up. */
export function valueKey(value: object | number): string {
  return typeof value === "number" ? `${Number(value.toFixed(2))}px` : describeValue("", value);
}

/** Aliases were settled, so that they go in no circle. */
function endOf(tokens: ReadonlyMap<string, Token>, token: Token, mode: number): TokenLiteral | undefined {
  let value = token.values[mode];
  while (value !== undefined && isRef(value)) value = tokens.get(value.ref)?.values[0];
  return value;
}

function keyOf(literal: TokenLiteral | undefined): string | undefined {
  if (literal?.type === "color") return valueKey(literal.value);
  return literal?.type === "dimension" ? valueKey(literal.value) : undefined;
}
