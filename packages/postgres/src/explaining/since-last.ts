import type { Database } from "../database/database.ts";
import type { Parameter } from "../values/parameter-text.ts";
import { comparePlans, type PlanChange } from "./compare-plans.ts";
import type { ExplainedPlan } from "./plan-node.ts";
import { planSight } from "./plan-sight.ts";

interface Asked {
  readonly sql: string;
  readonly params: readonly Parameter[];
  /** Whether the plan is the one for any values. */
  readonly isGeneric: boolean;
  readonly principal: string;
}

/** How a plan stands to the last one of its statement. */
export interface SinceLast {
  readonly verdict: PlanChange["verdict"];
  /** In words, the plainest first. */
  readonly text: string;
}

const heads: Readonly<Record<PlanChange["verdict"], string>> = {
  same: "The plan is the same as",
  changed: "The plan differs from",
  regressed: "Regression: the plan is worse than",
  improved: "Improvement: the plan is better than",
};

/**
 * Remembers a plan, and compares it with the last one that the same principal saw of the same statement, whatever values were in
 * it. Undefined where there was none.
 */
export async function sinceLast(
  plan: ExplainedPlan,
  database: Database,
  { isGeneric, principal, ...asked }: Asked,
): Promise<SinceLast | undefined> {
  const { fingerprint } = await import("libpg-query");
  const now = planSight(plan, asked);
  const before = database.plans.remember({ principal, isGeneric, fingerprint: await fingerprint(asked.sql) }, now);
  if (before === undefined) return undefined;
  const { verdict, told } = comparePlans(before, now);
  const values = verdict === "same" || before.digest === now.digest ? "" : "; its values were others, which may be why";
  const head = `${heads[verdict]} the last of this statement, ${ago(now.at - before.at)} ago${values}.`;
  return { verdict, text: [head, ...told.map((line) => `- ${line}`)].join("\n") };
}

function ago(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
