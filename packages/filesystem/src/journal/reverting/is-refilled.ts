import { isDeepStrictEqual } from "node:util";
import type { Operation } from "../records/operation.ts";

/** Whether a step takes something away in whose place another step of the same transaction puts something. */
export function isRefilled(operation: Operation, operations: readonly Operation[]): boolean {
  if (operation.kind !== "removed") return false;
  return operations.some(({ kind, at }) => kind === "made" && isDeepStrictEqual(at, operation.at));
}
