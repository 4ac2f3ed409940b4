import type { Operation, Where } from "./operation.ts";

/** The places that a step changes. */
export function placesOf(operation: Operation): Where[] {
  return operation.kind === "moved" ? [operation.from, operation.at] : [operation.at];
}
