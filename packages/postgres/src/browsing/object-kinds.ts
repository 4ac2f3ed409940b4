/** Kinds of objects that `pg_search_objects` looks for. */
export const objectKinds = [
  "schema",
  "table",
  "view",
  "column",
  "index",
  "function",
  "type",
  "extension",
  "policy",
] as const;
