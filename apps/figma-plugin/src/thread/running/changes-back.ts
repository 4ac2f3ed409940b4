import type { Change } from "@drawbridge/figma/bridge";
import type { DonePlan } from "./done-plans.ts";

/** What taking plans back changes, the last plan's first; of what one of them made, no more than that it goes. */
export function changesBack(plans: readonly DonePlan[]): readonly Change[] {
  const made = new Set<string>();
  const told = plans.map(({ changes }) => {
    const some = changes.filter(({ node }) => !made.has(node));
    for (const { node, kind } of changes) if (kind === "created") made.add(node);
    return some;
  });
  return told.reverse().flat().map(reversed);
}

function reversed({ kind, properties, ...change }: Change): Change {
  const kinds = { created: "removed", removed: "created", changed: "changed" } as const;
  const turned =
    properties && Object.entries(properties).map(([key, { before, after }]) => [key, { before: after, after: before }]);
  return { ...change, kind: kinds[kind], ...(turned && { properties: Object.fromEntries(turned) }) };
}
