import type { AppliedPlan, Change } from "../results.ts";

/** What a plan did, in a sentence for the person who watches: `Made the frame “Settings” and 11 more, changed 3 layers.` */
export function editWords({ changes, moreChanges = 0 }: Pick<AppliedPlan, "changes" | "moreChanges">): string {
  const parts = (["created", "changed", "removed"] as const).flatMap((kind) => {
    const some = changes.filter((change) => change.kind === kind);
    return some.length === 0 ? [] : [`${verbs[kind]} ${these(some)}`];
  });
  if (parts.length === 0) return "Changed nothing.";
  const more = moreChanges > 0 ? `, and ${moreChanges} further changes` : "";
  const sentence = parts.join(", ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${more}.`;
}

const verbs = { created: "made", changed: "changed", removed: "removed" } as const;

/** The first is named, since it is the one that holds the others; so is each of two. */
function these(changes: readonly Change[]): string {
  const [first, second] = changes;
  if (first === undefined) return "nothing";
  if (second === undefined) return named(first);
  if (changes.length === 2) return `${named(first)} and ${named(second)}`;
  return `${named(first)} and ${changes.length - 1} more`;
}

function named({ nodeType, name }: Change): string {
  const noun = nodeType.toLowerCase().replaceAll("_", " ");
  return `the ${noun} “${shortened(name)}”`;
}

function shortened(name: string): string {
  const line = name.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
