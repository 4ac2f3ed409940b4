import { posix, win32 } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";
import type { Root } from "./root.ts";

const { isAbsolute, normalize, sep } = process.platform === "win32" ? win32 : posix;

/** A root, and the names that lead from it to a path. */
export interface Location {
  readonly root: Root;
  readonly names: readonly string[];
}

/**
 * The root that a path belongs to: for an absolute path the innermost one that holds it, for a relative path the
 * first. `..` is taken by the letter. Nothing is looked up: whether the way really stays inside is the walk's to see.
 */
export function locate(roots: readonly Root[], path: string): Location {
  const clean = normalize(path);
  const [first] = roots;
  if (first === undefined) throw new ConnectorError("refused", "This server has no roots.");
  if (!isAbsolute(path)) {
    const names = namesIn(clean);
    if (names[0] === "..") throw outside(path, roots);
    return { root: first, names };
  }
  let best: { root: Root; base: string } | undefined;
  for (const root of roots) {
    for (const base of [root.given, root.real]) {
      if (holds(base, clean) && base.length > (best?.base.length ?? -1)) best = { root, base };
    }
  }
  if (best === undefined) throw outside(path, roots);
  return { root: best.root, names: namesIn(clean.slice(best.base.length)) };
}

function holds(base: string, path: string): boolean {
  return path === base || path === base + sep || path.startsWith(base.endsWith(sep) ? base : base + sep);
}

function namesIn(path: string): string[] {
  return path.split(sep).filter((name) => name !== "" && name !== ".");
}

function outside(path: string, roots: readonly Root[]): ConnectorError {
  const served = roots.map(({ given }) => given).join(", ");
  return new ConnectorError("refused", `${showName(path)} is outside the roots. Served is what lies under ${served}.`);
}
