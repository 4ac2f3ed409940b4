import type { Access } from "../effects/access.ts";
import type { Subject } from "./subject.ts";

/** The access in force, as far as the options tell. */
export function grantedAccess({ connector, options: { standard, own } }: Subject): Access {
  return standard.access ?? (own === undefined ? undefined : connector.defaultAccess?.(own)) ?? "read";
}
