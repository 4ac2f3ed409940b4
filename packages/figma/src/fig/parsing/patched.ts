import { guidText } from "./guid-text.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";

/** A layer with what an instance says of it; what it is, and where in the file, stays. */
export function patched(node: KiwiNode, patches: readonly KiwiNode[]): KiwiNode {
  let result = node;
  for (const patch of patches) {
    const { guid, guidPath, type, parentIndex, overrideKey, componentPropRefs, ...changed } = patch;
    result = { ...result, ...changed, ...merged(result, changed) };
  }
  return result;
}

/** Of some lists a patch has only what differs. */
function merged(node: KiwiNode, patch: KiwiNode): KiwiNode {
  return {
    ...(patch.componentPropAssignments && {
      componentPropAssignments: assigned(node.componentPropAssignments, patch.componentPropAssignments),
    }),
    ...(patch.variableConsumptionMap && {
      variableConsumptionMap: { entries: bound(node.variableConsumptionMap, patch.variableConsumptionMap) },
    }),
  };
}

type Assignments = NonNullable<KiwiNode["componentPropAssignments"]>;
type Bindings = Kiwi<"VariableDataMap">;

function assigned(before: Assignments = [], after: Assignments): Assignments {
  const key = ({ defID }: Assignments[number]) => (defID === undefined ? "" : guidText(defID));
  return [...new Map([...before, ...after].map((assignment) => [key(assignment), assignment])).values()];
}

function bound(before: Bindings = {}, after: Bindings): NonNullable<Bindings["entries"]> {
  const entries = [...(before.entries ?? []), ...(after.entries ?? [])];
  return [...new Map(entries.map((entry) => [entry.variableField, entry])).values()];
}
