/**
 * A setting that there is not, which the server is asked for where the catalog is not at the state that was expected: its error
 * names it in whatever language, and keeps what comes after it in a batch from being run.
 */
export const movedSetting = "drawbridge.catalog_moved";
