import type { Finding } from "@drawbridge/core";

/** What was found, and of what: `the machine`, a host's title, a connector's name with its host. */
export interface Found extends Finding {
  readonly of: string;
}
