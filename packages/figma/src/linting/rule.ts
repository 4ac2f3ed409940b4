import type { PlacedNode } from "../nodes/placed-node.ts";
import type { LintRuleName } from "./lint-rule-names.ts";
import type { LintedDesign } from "./linted-design.ts";

/** Something that a rule has against a node. */
export interface Problem {
  /** `unknown` is what cannot be told from the design, and a person has to look at. */
  readonly severity: "error" | "warning" | "unknown";
  readonly what: string;
  /** What would put it right. */
  readonly mend: string;
}

/** What a rule says of one node. */
export type Check = (placed: PlacedNode) => readonly Problem[];

/** One thing that a design is held to. */
export interface LintRule {
  readonly name: LintRuleName;
  /** Makes ready for one design, for what is looked at more than once. */
  prepare(design: LintedDesign): Check;
}
