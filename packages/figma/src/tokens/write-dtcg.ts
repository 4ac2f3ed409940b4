import { dtcgToken, hasDtcgType } from "./dtcg-token.ts";
import type { WriteRef } from "./dtcg-value.ts";
import { modeOverrides } from "./mode-overrides.ts";
import { printJson } from "./print-json.ts";
import type { TokenGroup } from "./token.ts";
import type { TokenFile } from "./token-file.ts";
import type { TokenPaths } from "./token-paths.ts";
import { unsaidTexts } from "./unsaid-texts.ts";
import { writeTree } from "./write-tree.ts";

const schemas = "https://www.designtokens.org/schemas/2025.10";

/**
 * Tokens as the Design Tokens Format Module 2025.10 has them; and, where there are several modes, how they are chosen, as its Resolver
 * Module has it: each collection a modifier, each mode a context with what differs from the default.
 */
export function writeDtcg(groups: readonly TokenGroup[], paths: TokenPaths): readonly TokenFile[] {
  const ref = refWriter(paths);
  const write = (mode: number) => (token: TokenGroup["tokens"][number]) =>
    hasDtcgType(token) ? dtcgToken(token, mode, ref) : undefined;
  const texts = unsaidTexts(groups, hasDtcgType);
  const tokens = {
    $schema: `${schemas}/format.json`,
    ...(texts === undefined ? {} : { $extensions: { "com.figma": { untyped: texts } } }),
    ...writeTree(groups, paths, write(0)),
  };
  const files = [{ name: "tokens.json", text: `${printJson(tokens)}\n` }];
  const moded = groups.filter(({ modes, tokens: all }) => modes.length > 1 && all.some(hasDtcgType));
  if (moded.length === 0) return files;
  const names = modifierNames(moded);
  const modifiers = Object.fromEntries(
    moded.map((group, index) => {
      const contexts = group.modes.map((mode, number): [string, unknown[]] => {
        const overrides = number === 0 ? [] : [{ ...group, tokens: modeOverrides(group, number) }];
        const tree = writeTree(overrides, paths, write(number));
        return [mode === "" ? "%" : mode, Object.keys(tree).length === 0 ? [] : [tree]];
      });
      const byMode = Object.fromEntries(contexts);
      return [names[index], { contexts: byMode, default: contexts[0]?.[0] }];
    }),
  );
  const order = ["#/sets/base", ...names.map((name) => `#/modifiers/${pointerPart(name)}`)];
  const resolver = {
    $schema: `${schemas}/resolver.json`,
    version: "2025.10",
    sets: { base: { sources: [{ $ref: "tokens.json" }] } },
    modifiers,
    resolutionOrder: order.map(($ref) => ({ $ref })),
  };
  return [...files, { name: "tokens.resolver.json", text: `${printJson(resolver)}\n` }];
}

/**
 * An alias in braces; where it points at a group's root, which the published schema does not allow in braces, as a pointer
 * (RFC 6901).
 */
function refWriter(paths: TokenPaths): WriteRef {
  return ({ ref }, place) => {
    const path = paths.get(ref) ?? [];
    if (path.at(-1) !== "$root") return `{${path.join(".")}}`;
    const pointer = `#/${path.map(pointerPart).join("/")}`;
    return { $ref: place === "token" ? pointer : `${pointer}/$value` };
  };
}

function pointerPart(key: string): string {
  return encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1")).replaceAll("%24", "$");
}

/** Collections' names, each once. */
function modifierNames(groups: readonly TokenGroup[]): readonly string[] {
  const seen = new Map<string, number>();
  return groups.map(({ name }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const told = name === "" ? "%" : name;
    return count === 1 ? told : `${told} ${count}`;
  });
}
