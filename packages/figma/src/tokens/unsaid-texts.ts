import { isRef, type Token, type TokenGroup } from "./token.ts";

/** Tokens that a format has no type for, by group and name, with their values by mode: so that they are not lost. */
export function unsaidTexts(
  groups: readonly TokenGroup[],
  isSaid: (token: Token) => boolean,
): Record<string, Record<string, unknown>> | undefined {
  const names = new Map(groups.flatMap(({ tokens }) => tokens).map(({ key, name }) => [key, name]));
  const told = groups.flatMap(({ name, modes, tokens }) => {
    const rest = tokens.filter((token) => !isSaid(token));
    if (rest.length === 0) return [];
    const values = rest.map((token): [string, unknown] => {
      const shown = token.values.map((value) => (isRef(value) ? { alias: names.get(value.ref) } : value.value));
      return [
        token.name,
        modes.length === 1 ? shown[0] : Object.fromEntries(modes.map((mode, at) => [mode, shown[at]])),
      ];
    });
    return [[name, Object.fromEntries(values)] as const];
  });
  return told.length === 0 ? undefined : Object.fromEntries(told);
}
