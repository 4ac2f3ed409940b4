import { isRef, type Token, type TokenGroup, type TokenLiteral, type TokenType, type TokenValue } from "./token.ts";

/**
 * Makes every alias one that the formats can say: it points at a token that is there, of its own type, and in no circle.
 * Where two numbers differ only in that one was known to be a length, both are lengths; where types cannot be brought
 * together, the alias is replaced by what it is worth.
 */
export function settleAliases(groups: readonly TokenGroup[]): readonly TokenGroup[] {
  const tokens = new Map(groups.flatMap((group) => group.tokens).map((token) => [token.key, token]));
  const types = settledTypes(tokens);
  const retyped = new Map(
    [...tokens].map(([key, token]) => [key, { ...token, type: types.get(key) ?? token.type } as Token]),
  );
  return groups
    .map((group) => ({
      ...group,
      tokens: group.tokens.flatMap((token) => settled(retyped, retyped.get(token.key) ?? token)),
    }))
    .filter((group) => group.tokens.length > 0);
}

const joined: Partial<Record<TokenType, TokenType>> = { number: "dimension", string: "fontFamily" };

function settledTypes(tokens: ReadonlyMap<string, Token>): ReadonlyMap<string, TokenType> {
  const types = new Map([...tokens].map(([key, { type }]) => [key, type]));
  // Each pass widens at least one type, and a type is widened once.
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const token of tokens.values()) {
      for (const value of token.values) {
        if (!isRef(value)) continue;
        const target = tokens.get(value.ref);
        const changed = target === undefined ? undefined : widened(types, token, target);
        if (changed === undefined) continue;
        types.set(...changed);
        isChanged = true;
      }
    }
  }
  return types;
}

function widened(types: ReadonlyMap<string, TokenType>, token: Token, target: Token): [string, TokenType] | undefined {
  const own = types.get(token.key);
  const other = types.get(target.key);
  if (own === undefined || other === undefined || own === other) return undefined;
  if (token.use === "opacity" || target.use === "opacity") return undefined;
  if (joined[other] === own) return [target.key, own];
  return joined[own] === other ? [token.key, other] : undefined;
}

function settled(tokens: ReadonlyMap<string, Token>, token: Token): Token[] {
  const values = token.values.map((value) => settledValue(tokens, token, value));
  const [first] = values;
  if (first === undefined) return [];
  return [{ ...token, values: values.map((value) => value ?? first) }];
}

function settledValue(tokens: ReadonlyMap<string, Token>, token: Token, value: TokenValue): TokenValue | undefined {
  if (!isRef(value)) return { ...value, type: token.type } as TokenLiteral;
  const end = endOf(tokens, value.ref);
  if (end === undefined) return undefined;
  const target = tokens.get(value.ref);
  return target?.type === token.type ? value : converted(end, token);
}

/** The literal at the end of a chain of aliases, in the modes that hold by default; undefined in a circle. */
function endOf(tokens: ReadonlyMap<string, Token>, key: string): { value: TokenLiteral; from: Token } | undefined {
  const seen = new Set<string>();
  for (let at = tokens.get(key); at !== undefined && !seen.has(at.key); ) {
    seen.add(at.key);
    const [value] = at.values;
    if (value === undefined) return undefined;
    if (!isRef(value)) return { value, from: at };
    at = tokens.get(value.ref);
  }
  return undefined;
}

function converted({ value, from }: { value: TokenLiteral; from: Token }, to: Token): TokenLiteral | undefined {
  if (typeof value.value === "number") {
    if (to.type !== "number" && to.type !== "dimension" && to.type !== "fontWeight") return undefined;
    const percent = (to.use === "opacity" ? 0.01 : 1) * (from.use === "opacity" ? 100 : 1);
    const number = value.value * percent;
    if (to.type === "fontWeight" && (number < 1 || number > 1000)) return undefined;
    return { type: to.type, value: number };
  }
  const isText = typeof value.value === "string" && (to.type === "string" || to.type === "fontFamily");
  return isText ? ({ type: to.type, value: value.value } as TokenLiteral) : undefined;
}
