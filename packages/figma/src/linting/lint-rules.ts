import type { LintRule } from "./rule.ts";
import { contrast } from "./rules/contrast.ts";
import { detachedStyle } from "./rules/detached-style.ts";
import { hardCodedValue } from "./rules/hard-coded-value.ts";
import { overflow } from "./rules/overflow.ts";
import { overlap } from "./rules/overlap.ts";
import { targetSize } from "./rules/target-size.ts";
import { unnamedLayer } from "./rules/unnamed-layer.ts";

/** All rules, by the names under which they are asked for; what keeps people from using a design comes first. */
export const lintRules: readonly LintRule[] = [
  contrast,
  targetSize,
  overflow,
  overlap,
  detachedStyle,
  hardCodedValue,
  unnamedLayer,
];
