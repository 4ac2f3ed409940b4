import type { Token, TokenGroup } from "./token.ts";
import type { TokenPaths } from "./token-paths.ts";

/** A tree of groups with what is written of each token at its place; what is undefined is left out. */
export function writeTree(
  groups: readonly TokenGroup[],
  paths: TokenPaths,
  write: (token: Token, group: TokenGroup) => Record<string, unknown> | undefined,
): Record<string, unknown> {
  const root = Object.create(null) as Record<string, unknown>;
  for (const group of groups) {
    for (const token of group.tokens) {
      const written = write(token, group);
      const path = paths.get(token.key);
      if (written === undefined || path === undefined) continue;
      let at = root;
      for (const key of path.slice(0, -1)) {
        at[key] ??= Object.create(null) as Record<string, unknown>;
        at = at[key] as Record<string, unknown>;
      }
      at[path.at(-1) ?? ""] = written;
    }
  }
  return root;
}
