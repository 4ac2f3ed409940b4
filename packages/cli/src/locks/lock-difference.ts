import { definitionsDifference } from "./definitions-difference.ts";
import type { Lock } from "./lock.ts";

/** What is otherwise between two locks of a connector, in lines for a person; none where they are the same. */
export function lockDifference(before: Lock, after: Lock): readonly string[] {
  const [shown, hidden] = [
    after.tools.filter((tool) => !before.tools.includes(tool)),
    before.tools.filter((tool) => !after.tools.includes(tool)),
  ];
  return [
    ...(shown.length === 0 ? [] : [`! hosts may now call ${shown.join(", ")}`]),
    ...(hidden.length === 0 ? [] : [`! hosts may no longer call ${hidden.join(", ")}`]),
    ...definitionsDifference(before.definitions, after.definitions),
  ];
}
