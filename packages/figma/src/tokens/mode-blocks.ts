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
  const all = groups.flatMap(({ tokens }) => tokens);
  const moded = inOrder(groups.filter(({ modes }) => modes.length > 1).map((group) => changingGroup(group, all)));
  const inBlocks = new Set(
    moded.flatMap(({ group, affected }) => [...group.tokens, ...affected]).map(({ key }) => key),
  );
  const constant = all.filter(({ key }) => !inBlocks.has(key)).map((token) => ({ token, mode: 0 }));
  return [
    ...(constant.length === 0 ? [] : [{ selector: ":root", about: "", declarations: constant }]),
    ...moded.flatMap(blocksOf),
  ];
}

/** A group with modes. */
interface ChangingGroup {
  readonly group: TokenGroup;
  /** Its own tokens that are of another value in some mode, or stand for such a one. */
  readonly changing: ReadonlySet<Token>;
  /** Other groups' tokens that stand for one of these. */
  readonly affected: readonly Token[];
}

function changingGroup(group: TokenGroup, all: readonly Token[]): ChangingGroup {
  const changed = new Set(group.modes.flatMap((_, mode) => modeOverrides(group, mode)));
  const dependents = dependentsOf(all, changed);
  const own = new Set(group.tokens);
  return {
    group,
    changing: new Set(group.tokens.filter((token) => changed.has(token) || dependents.has(token))),
    affected: [...dependents].filter((token) => !own.has(token)),
  };
}

/** A group comes after those that it stands for: where both attributes are on one element, the later rule holds. */
function inOrder(groups: readonly ChangingGroup[]): readonly ChangingGroup[] {
  const left = [...groups];
  const ordered: ChangingGroup[] = [];
  while (left.length > 0) {
    const free = left.findIndex((one) => left.every((other) => other === one || !affects(other, one)));
    ordered.push(...left.splice(Math.max(0, free), 1));
  }
  return ordered;
}

function affects({ affected }: ChangingGroup, { group }: ChangingGroup): boolean {
  const own = new Set(group.tokens);
  return affected.some((token) => own.has(token));
}

function blocksOf({ group, changing, affected }: ChangingGroup): readonly ModeBlock[] {
  const attribute = attributeOf(group);
  return group.modes.map((mode, number): ModeBlock => {
    const own = number === 0 ? group.tokens : group.tokens.filter((token) => changing.has(token));
    const named = `[${attribute}="${slug(mode)}"]`;
    return {
      selector: number === 0 ? `:root,\n${named}` : named,
      about: `${group.name}: ${mode}`,
      declarations: [
        ...own.map((token) => ({ token, mode: number })),
        ...affected.map((token) => ({ token, mode: 0 })),
      ],
    };
  });
}

/** What holds colours is a theme; other collections have attributes of their own names, so that both can be chosen at once. */
function attributeOf({ name, tokens }: TokenGroup): string {
  return tokens.some(({ type }) => type === "color") ? "data-theme" : `data-${slug(name)}`;
}

/** Tokens that stand for a changing one, by however many steps. */
function dependentsOf(all: readonly Token[], changing: ReadonlySet<Token>): ReadonlySet<Token> {
  const users = new Map<string, Token[]>();
  for (const token of all) {
    for (const ref of new Set(refsIn(token.values))) {
      const known = users.get(ref);
      if (known === undefined) users.set(ref, [token]);
      else known.push(token);
    }
  }
  const found = new Set<Token>();
  const open = [...changing];
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    for (const user of users.get(token.key) ?? []) {
      if (found.has(user)) continue;
      found.add(user);
      open.push(user);
    }
  }
  return found;
}

function refsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return isRef(value) ? [value.ref] : Object.values(value).flatMap(refsIn);
}
