/** Names of the checks; apart from them, so that the list of tools does not load what they ask. */
export const healthCheckNames = [
  "connections",
  "cache",
  "indexes",
  "bloat",
  "vacuum",
  "sequences",
  "replication",
  "constraints",
  "locks",
  "settings",
] as const;
