import type { CallBinding } from "../asking/suspended-calls.ts";
import type { Call } from "./call.ts";

/** What a host's answer must belong to. */
export function callBinding({ operation, sent, principal }: Call): CallBinding {
  return { operation: `${operation.kind} ${operation.name}`, arguments: sent, principal };
}
