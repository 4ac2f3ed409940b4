import type { FigmaDocument } from "../src/documents/figma-document.ts";
import { findProblems } from "../src/linting/find-problems.ts";
import type { LintRuleName } from "../src/linting/lint-rule-names.ts";
import { LintedDesign } from "../src/linting/linted-design.ts";
import { type SmallNode, smallDesign } from "./small-design.ts";

/** What one rule has against a design, a line each: the severity, the node's id, and what is wrong. */
export function problemsIn(
  rule: LintRuleName,
  nodes: readonly SmallNode[],
  more: Partial<FigmaDocument> = {},
): string[] {
  const design = new LintedDesign(smallDesign(nodes, more));
  return [...findProblems(design, { rules: [rule] })].flatMap((finding) =>
    finding === undefined ? [] : [`${finding.severity} ${finding.placed.node.id}: ${finding.what}`],
  );
}

/** A node's place, for tests. */
export function box(x: number, y: number, width: number, height: number) {
  return { absoluteBoundingBox: { x, y, width, height } };
}
