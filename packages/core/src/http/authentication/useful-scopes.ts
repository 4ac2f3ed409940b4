import type { Access } from "../../effects/access.ts";
import { scopeOf } from "./scope-of.ts";

const fromLowest: readonly Access[] = ["read", "write", "full"];

/** The scopes that allow something on a server that itself allows so much. */
export function usefulScopes(access: Access): readonly string[] {
  return fromLowest.slice(0, fromLowest.indexOf(access) + 1).map(scopeOf);
}
