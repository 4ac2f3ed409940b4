import type { Cancellation } from "@drawbridge/core";
import type { CatalogState } from "../catalog/catalog-state.ts";

/** How many rows and bytes of an answer are wanted. */
export interface ReadBounds {
  readonly rows: number;
  readonly bytes: number;
  readonly signal: Cancellation;
  /** What the catalog must still be like; else the statement is not run, and `movedSetting` is in the error's message. */
  readonly state?: CatalogState;
}
