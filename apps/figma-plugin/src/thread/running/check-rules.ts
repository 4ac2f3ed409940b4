import type { Operation } from "@drawbridge/figma/operations";
import { checkPlan, type Facts } from "@drawbridge/figma/plan";
import type { BaseNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Stage } from "../applying/stage.ts";
import { Problem } from "../problem.ts";

/** @throws Problem where an operation would break one of Figma's rules, as far as that can be told before anything is done */
export function checkRules(stage: Stage, operations: readonly Operation[]): void {
  const found = checkPlan(operations, (id) => factsOf(stage.known(id)), stage.host.editorType);
  if (!found) return;
  const { message, ...more } = found;
  throw new Problem("invalid", message, more);
}

function factsOf(node: BaseNode | undefined): Facts | undefined {
  if (!node || node.removed) return undefined;
  const { type, name, parent } = node;
  return {
    type,
    name,
    ...("layoutMode" in node && { layout: node.layoutMode }),
    ...(parent && { parent: parent.id }),
    insideInstance: isInside(node),
  };
}

function isInside(node: BaseNode): boolean {
  for (let one = node.parent; one; one = one.parent) if (one.type === "INSTANCE") return true;
  return false;
}
