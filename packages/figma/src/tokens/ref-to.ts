import type { VariableAlias } from "@figma/rest-api-spec";
import type { Token, TokenGroup, TokenRef, TokenType } from "./token.ts";

/** The token that a binding points at, where there is one and it is of the type that is needed there. */
export type RefTo = (alias: VariableAlias | undefined, ...types: readonly TokenType[]) => TokenRef | undefined;

/** Looks bindings up among variables' tokens. */
export function refTo(groups: readonly TokenGroup[]): RefTo {
  const tokens = new Map<string, Token>(groups.flatMap((group) => group.tokens).map((token) => [token.key, token]));
  return (alias, ...types) => {
    const token = alias === undefined ? undefined : tokens.get(alias.id);
    return token !== undefined && types.includes(token.type) ? { ref: token.key } : undefined;
  };
}
