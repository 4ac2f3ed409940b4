import { realpathSync } from "node:fs";
import { sep } from "node:path";
import { type Access, accessAdmits, type Finding } from "@drawbridge/core";
import type { GrantedRoot } from "./granted-root.ts";

interface RealRoot extends GrantedRoot {
  readonly real: string;
}

/** Roots that lie inside others, so that more than one grant holds for the same files. */
export function* nestedRoots(roots: readonly GrantedRoot[]): Generator<Finding> {
  const real = roots.flatMap((root) => locate(root));
  for (const [index, inner] of real.entries()) {
    const twin = real.slice(0, index).find((other) => other.real === inner.real);
    if (twin !== undefined) yield twice(twin, inner);
    for (const outer of real) if (isInside(inner, outer)) yield nested(inner, outer);
  }
}

/** Nothing for a root that is not there: that has been told. */
function locate(root: GrantedRoot): RealRoot[] {
  try {
    return [{ ...root, real: realpathSync.native(root.path) }];
  } catch {
    return [];
  }
}

function isInside(inner: RealRoot, outer: RealRoot): boolean {
  return inner.real !== outer.real && inner.real.startsWith(outer.real.endsWith(sep) ? outer.real : outer.real + sep);
}

function twice(first: RealRoot, second: RealRoot): Finding {
  const names = first.path === second.path ? first.path : `${first.path} and ${second.path}`;
  const level = first.access === second.access ? "note" : "warning";
  const title = `One folder is given as two roots, ${names} (${first.access}, ${second.access})`;
  return { level, title, remedy: "Leave out one of the two" };
}

const effects = { read: "read", write: "write", full: "destroy" } as const satisfies Record<Access, string>;

function nested(inner: RealRoot, outer: RealRoot): Finding {
  const title = `The root ${inner.path} (${inner.access}) lies inside the root ${outer.path} (${outer.access})`;
  const remedy = "Leave out one of the two, or name folders that lie beside each other";
  if (accessAdmits(inner.access, effects[outer.access])) {
    return { level: "note", title, detail: "For a full path the innermost root counts", remedy };
  }
  return {
    level: "warning",
    title,
    detail:
      "What is read through the outer root, by a relative path or a link, is read with its access; changes need the inner root's",
    remedy,
  };
}
