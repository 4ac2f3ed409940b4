import { type Access, accessAdmits } from "@drawbridge/core";

const effects: Readonly<Record<Access, "read" | "write" | "destroy">> = {
  read: "read",
  write: "write",
  full: "destroy",
};

/**
 * What a root grants: its suffix, and no more than `cap` (`--access`). A root without a suffix grants just what `cap`
 * says, and without that is read only.
 */
export function cappedAccess(suffix: Access | undefined, cap: Access | undefined): Access {
  if (suffix === undefined) return cap ?? "read";
  return cap === undefined || accessAdmits(cap, effects[suffix]) ? suffix : cap;
}
