import type { Finding } from "@drawbridge/core";

/** Said in place of a check that cannot be made here. */
export function notTested(what: string, because: string): Finding {
  return { level: "note", title: `Not tested: ${what}`, detail: because };
}
