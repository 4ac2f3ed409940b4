import type { AppliedPlan, Change } from "../bridge/results.ts";

const mostProperties = 12;
const longestValue = 80;

/** A plan's difference, a line for each node: `+` made, `~` changed, `-` removed. */
export function changeLines(
  { changes, moreChanges = 0 }: Pick<AppliedPlan, "changes" | "moreChanges">,
  most: number,
): string[] {
  const left = changes.length + moreChanges - most;
  const lines = changes.slice(0, most).map(line);
  if (left > 0) lines.push(`… and ${left} more changes`);
  return lines;
}

const signs = { created: "+", changed: "~", removed: "-" } as const;

function line({ kind, node, name, nodeType, properties = {} }: Change): string {
  const told = Object.entries(properties);
  const parts = told.slice(0, mostProperties).map(([property, { before, after }]) => {
    if (kind === "created") return `${property} ${shown(after)}`;
    return `${property} ${shown(before)} → ${shown(after)}`;
  });
  if (told.length > mostProperties) parts.push(`and ${told.length - mostProperties} more properties`);
  return `${signs[kind]} ${nodeType} ${node} ${JSON.stringify(name)}${parts.length === 0 ? "" : `: ${parts.join("; ")}`}`;
}

function shown(value: unknown): string {
  if (value === undefined) return "none";
  const text = JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}
