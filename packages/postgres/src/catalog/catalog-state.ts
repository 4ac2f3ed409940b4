/** At which state of the catalog, seen by which session, something was found. */
export interface CatalogState {
  /** The schemas in which names are looked for, as PostgreSQL writes the array. */
  readonly path: string;
  /**
   * What was committed, as `pg_current_snapshot()` tells it: where it is the same, nothing was since. Null where it is not to be
   * known, as on a replica, or does not matter.
   */
  readonly snapshot: string | null;
}
