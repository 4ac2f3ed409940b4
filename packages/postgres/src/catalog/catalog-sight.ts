import type { CatalogState } from "./catalog-state.ts";

/** When the catalog was looked at. Times are those of `performance.now()`. */
export interface CatalogSight {
  /** At which it was. */
  readonly state: CatalogState;
  /** Just before it was asked. */
  readonly at: number;
  /** Until when what was seen holds whatever is committed. */
  readonly trustedUntil: number;
}
