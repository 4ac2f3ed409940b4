import { decodePart, encodePart } from "./encode-part.ts";
import type { TokenGroup } from "./token.ts";

/** The key of a group's own token (Design Tokens Format Module 2025.10, "Root tokens in groups"). */
const rootKey = "$root";

/** Groups within groups; what is deeper stays in one key. */
const deepest = 24;

/** Where each token stands in a tree of groups, by its key: the collection first, then what slashes part in the name. */
export type TokenPaths = ReadonlyMap<string, readonly string[]>;

/**
 * A place for every token, no two the same: groups and tokens whose names occur twice are numbered, and a token whose name is a
 * group's too becomes the root of that group.
 */
export function tokenPaths(groups: readonly TokenGroup[]): TokenPaths {
  const tops = new Set<string>();
  const paths = new Map<string, string[]>();
  for (const group of groups) {
    const top = unused(encodePart(group.name), (key) => tops.has(key));
    tops.add(top);
    const taken = new Set<string>();
    for (const token of group.tokens) {
      const parts = [top, ...partsOf(token.name)];
      const last = parts.pop() ?? "%";
      const path = [...parts, unused(last, (key) => taken.has(joined([...parts, key])))];
      taken.add(joined(path));
      paths.set(token.key, path);
    }
  }
  return rooted(paths);
}

/** What a token's place tells of its group's and its own name: those it was made of, whatever was escaped, numbered or made a root. */
export function nameAt(path: readonly string[]): { readonly group: string; readonly name: string } {
  const [top = "", ...rest] = path.filter((key) => key !== rootKey).map((key) => decodePart(key.replace(/%x\d+$/, "")));
  return { group: top, name: rest.join("/") };
}

function partsOf(name: string): readonly string[] {
  const parts = name.split("/");
  return (parts.length <= deepest ? parts : [...parts.slice(0, deepest), parts.slice(deepest).join("/")]).map(
    encodePart,
  );
}

function rooted(paths: ReadonlyMap<string, string[]>): TokenPaths {
  const groups = new Set<string>();
  for (const path of paths.values()) {
    for (let length = 1; length < path.length; length += 1) groups.add(joined(path.slice(0, length)));
  }
  return new Map([...paths].map(([key, path]) => [key, groups.has(joined(path)) ? [...path, rootKey] : path]));
}

/** A key, or the same with the first free number, as no encoded name ends. */
function unused(key: string, isTaken: (key: string) => boolean): string {
  if (!isTaken(key)) return key;
  let number = 2;
  while (isTaken(`${key}%x${number}`)) number += 1;
  return `${key}%x${number}`;
}

function joined(path: readonly string[]): string {
  return path.join(".");
}
