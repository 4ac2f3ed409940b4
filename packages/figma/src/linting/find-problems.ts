import type { PlacedNode } from "../nodes/placed-node.ts";
import type { LintRuleName } from "./lint-rule-names.ts";
import { lintRules } from "./lint-rules.ts";
import type { LintedDesign } from "./linted-design.ts";
import type { LintRule, Problem } from "./rule.ts";

/** A problem with the node that has it. */
export interface Finding extends Problem {
  readonly rule: LintRuleName;
  readonly placed: PlacedNode;
}

/** What is asked of a design. */
export interface Wanted {
  /** All where it is left out. */
  readonly rules?: readonly LintRuleName[] | undefined;
  /** Ids of nodes whose subtrees alone are looked at; the whole where it is left out. */
  readonly nodes?: readonly string[] | undefined;
}

/** Nodes after which other calls get a turn. */
const breath = 100;

/**
 * Holds a design against rules: rule by rule, and within a rule in the order of the document. What a component's copies have all in
 * common is told once. Findings are handed on one by one, since a large design has more than anybody wants to hold; between them
 * comes now and then nothing, for others to have a turn.
 */
export function* findProblems(design: LintedDesign, { rules, nodes }: Wanted): Generator<Finding | undefined> {
  const scope = nodes === undefined ? design.nodes : subtrees(design.nodes, new Set(nodes));
  for (const rule of lintRules) {
    if (rules === undefined || rules.includes(rule.name)) yield* problemsOf(rule, design, scope);
  }
}

function* problemsOf(
  rule: LintRule,
  design: LintedDesign,
  scope: readonly PlacedNode[],
): Generator<Finding | undefined> {
  const check = rule.prepare(design);
  const told = new Set<string>();
  for (const [index, placed] of scope.entries()) {
    if (index % breath === breath - 1) yield undefined;
    for (const problem of check(placed)) {
      // In each copy of a component its layers have the ids of the component's, behind the copy's own.
      const same = `${placed.node.id.slice(placed.node.id.lastIndexOf(";") + 1)} ${problem.what}`;
      if (told.has(same)) continue;
      told.add(same);
      yield { rule: rule.name, placed, ...problem };
    }
  }
}

function subtrees(nodes: readonly PlacedNode[], ids: ReadonlySet<string>): readonly PlacedNode[] {
  const found = new Set<PlacedNode>();
  for (const placed of nodes) {
    if (ids.has(placed.node.id) || (placed.parent !== undefined && found.has(placed.parent))) found.add(placed);
  }
  return [...found];
}
