import { realpathSync } from "node:fs";
import type { Access, Containment } from "@drawbridge/core";
import { cappedAccess } from "./capped-access.ts";
import type { Root } from "./root.ts";
import type { RootGrant } from "./root-grant.ts";
import { verifyRoot } from "./verify-root.ts";

/** Takes hold of the roots. The command line is the ceiling: with `cap` (`--access`) no root grants more than it. */
export function openRoots(grants: readonly RootGrant[], cap: Access | undefined, containment: Containment): Root[] {
  return distinct(grants).map(({ path, access }) => {
    verifyRoot(path);
    const real = realpathSync.native(path);
    return { given: path, real, access: cappedAccess(access, cap), directory: containment.openRoot(real) };
  });
}

/** A path that is written twice is one root, with the access that was said where one of them says none. */
function distinct(grants: readonly RootGrant[]): RootGrant[] {
  const byPath = new Map<string, RootGrant>();
  for (const { path, access } of grants) byPath.set(path, { path, access: byPath.get(path)?.access ?? access });
  return [...byPath.values()];
}
