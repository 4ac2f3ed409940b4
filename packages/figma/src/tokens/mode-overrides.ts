import type { Token, TokenGroup } from "./token.ts";

/** The tokens of a group whose value in a mode is another than in the default. */
export function modeOverrides({ tokens }: TokenGroup, mode: number): readonly Token[] {
  return tokens.filter(({ values }) => JSON.stringify(values[mode]) !== JSON.stringify(values[0]));
}
