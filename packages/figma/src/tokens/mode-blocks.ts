import { slug } from "./css-names.ts";
import { modeOverrides } from "./mode-overrides.ts";
import { isRef, type Token, type TokenGroup } from "./token.ts";

/** One rule of a style sheet: where it holds, and which tokens it sets, in which of their modes. */
export interface ModeBlock {
  readonly selector: string;
  /** What it is, for a comment. */
  readonly about: string;
  readonly declarations: readonly { readonly token: Token; readonly mode: number }[];
}

/**
 * The rules that set tokens: `:root` for what does not change, and for each mode of each collection one with an attribute. An
 * alias is worked out where it is declared, so an attribute below the root would not reach those that were declared above it:
 * each rule of a mode declares again whatever stands, by whatever steps, for a token that changes.
 */
export function modeBlocks(groups: readonly TokenGroup[]): readonly ModeBlock[] {
  const moded = groups.filter(({ modes }) => modes.length > 1);
  const all = groups.flatMap(({ tokens }) => tokens);
  const blocks = moded.map((group) => {
    const changing = new Set(group.modes.flatMap((_, mode) => modeOverrides(group, mode).map(({ key }) => key)));
    const dependents = dependentsOf(all, changing, new Set(group.tokens.map(({ key }) => key)));
    return { group, changing, dependents };
  });
  const inBlocks = new Set(
    blocks.flatMap(({ group, dependents }) => [...group.tokens, ...dependents]).map(({ key }) => key),
  );
  const constant = all.filter(({ key }) => !inBlocks.has(key)).map((token) => ({ token, mode: 0 }));
  return [
    ...(constant.length === 0 ? [] : [{ selector: ":root", about: "", declarations: constant }]),
    ...blocks.flatMap(({ group, changing, dependents }) => {
      const attribute = attributeOf(group);
      return group.modes.map((mode, number): ModeBlock => {
        const own = number === 0 ? group.tokens : group.tokens.filter(({ key }) => changing.has(key));
        const named = `[${attribute}="${slug(mode)}"]`;
        return {
          selector: number === 0 ? `:root,\n${named}` : named,
          about: `${group.name}: ${mode}`,
          declarations: [
            ...own.map((token) => ({ token, mode: number })),
            ...dependents.map((token) => ({ token, mode: 0 })),
          ],
        };
      });
    }),
  ];
}

/** What holds colours is a theme; other collections have attributes of their own names, so that both can be chosen at once. */
function attributeOf({ name, tokens }: TokenGroup): string {
  return tokens.some(({ type }) => type === "color") ? "data-theme" : `data-${slug(name)}`;
}

/** Tokens of other groups that stand for a changing one, by however many steps. */
function dependentsOf(
  all: readonly Token[],
  changing: ReadonlySet<string>,
  own: ReadonlySet<string>,
): readonly Token[] {
  const users = new Map<string, Token[]>();
  for (const token of all) {
    for (const ref of refsIn(token.values)) users.set(ref, [...(users.get(ref) ?? []), token]);
  }
  const found = new Map<string, Token>();
  const open = [...changing];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const user of users.get(key) ?? []) {
      if (found.has(user.key)) continue;
      found.set(user.key, user);
      open.push(user.key);
    }
  }
  return [...found.values()].filter(({ key }) => !own.has(key));
}

function refsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return isRef(value) ? [value.ref] : Object.values(value).flatMap(refsIn);
}
