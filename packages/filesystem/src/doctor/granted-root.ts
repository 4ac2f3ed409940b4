import type { Access } from "@drawbridge/core";

/** A root as it would be served, whether or not it can be. */
export interface GrantedRoot {
  /** Absolute. */
  readonly path: string;
  readonly access: Access;
}
