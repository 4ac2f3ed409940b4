/** The rules that may be asked for, apart from the rules themselves, which are loaded when they are used. */
export const lintRuleNames = [
  "contrast",
  "target-size",
  "overflow",
  "overlap",
  "detached-style",
  "hard-coded-value",
  "unnamed-layer",
] as const;

export type LintRuleName = (typeof lintRuleNames)[number];
