import type { CallBinding } from "../asking/suspended-calls.ts";
import type { Call } from "./call.ts";

/** What a host's answer must belong to. */
export function callBinding({ operation, input, principal }: Call): CallBinding {
  return { operation: `${operation.kind} ${operation.name}`, input, principal };
}
