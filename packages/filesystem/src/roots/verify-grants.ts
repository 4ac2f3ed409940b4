import { realpathSync } from "node:fs";
import { UsageError } from "@drawbridge/core";
import type { RootGrant } from "./root-grant.ts";
import { verifyRoot } from "./verify-root.ts";

/** Throws `UsageError` for a root that cannot be served, and for one folder that is given with two accesses, be it by a link. */
export function verifyGrants(grants: readonly RootGrant[]): void {
  const seen = new Map<string, RootGrant>();
  for (const grant of grants) {
    verifyRoot(grant.path);
    const real = realpathSync.native(grant.path);
    const twin = seen.get(real);
    if (twin !== undefined && written(twin) !== written(grant)) {
      const names = twin.path === grant.path ? `the root ${grant.path}` : `one folder, ${twin.path} and ${grant.path},`;
      throw new UsageError(
        `${names} is given twice, for ${written(twin)} and for ${written(grant)}; leave one of them out`,
      );
    }
    seen.set(real, grant);
  }
}

function written({ access = "read" }: RootGrant): string {
  return access;
}
