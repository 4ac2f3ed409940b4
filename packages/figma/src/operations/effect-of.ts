import type { Operation } from "./operation.ts";

/** What an operation may do to the file: `destroy` where something that was there is gone afterwards. */
export function effectOf(operation: Operation): "write" | "destroy" {
  if (operation.op === "remove" || operation.op === "flatten") return "destroy";
  return operation.op === "component_property" && operation.delete ? "destroy" : "write";
}

/** The effect of a plan: that of its most dangerous operation. */
export function effectOfPlan(operations: readonly Operation[]): "write" | "destroy" {
  return operations.some((operation) => effectOf(operation) === "destroy") ? "destroy" : "write";
}
