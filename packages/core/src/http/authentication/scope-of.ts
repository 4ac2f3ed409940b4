import type { Access } from "../../effects/access.ts";

/** The scope that a client asks its authorization server for, to be allowed so much. */
export function scopeOf(access: Access): string {
  return `mcp:${access}`;
}
