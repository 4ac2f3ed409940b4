import { realpathSync } from "node:fs";
import { type Access, accessAdmits } from "@drawbridge/core";
import type { Containment } from "../containment/containment.ts";
import type { Root } from "./root.ts";
import type { RootGrant } from "./root-grant.ts";
import { verifyRoot } from "./verify-root.ts";

const effects: Readonly<Record<Access, "read" | "write" | "destroy">> = {
  read: "read",
  write: "write",
  full: "destroy",
};

/**
 * Takes hold of the roots. The command line is the ceiling: with `cap` (`--access`) no root grants more than it, and a
 * root without a suffix grants just that; without it such a root is read only.
 */
export function openRoots(grants: readonly RootGrant[], cap: Access | undefined, containment: Containment): Root[] {
  return grants.map(({ path, access }) => {
    verifyRoot(path);
    const real = realpathSync.native(path);
    return { given: path, real, access: capped(access, cap), directory: containment.openRoot(real) };
  });
}

function capped(access: Access | undefined, cap: Access | undefined): Access {
  if (access === undefined) return cap ?? "read";
  return cap === undefined || accessAdmits(cap, effects[access]) ? access : cap;
}
