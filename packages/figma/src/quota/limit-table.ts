import type { Tier } from "../api/tier.ts";

/** What Figma calls a file's plan in the headers of a refusal. */
export type Plan = "starter" | "pro" | "org" | "enterprise";

/** `low`: View and Collab seats, and every seat in a Starter plan; `high`: Dev and Full seats. */
export type LimitType = "low" | "high";

interface Limit {
  readonly most: number;
  readonly every: "minute" | "month";
}

const low: Readonly<Record<Tier, Limit>> = {
  1: { most: 6, every: "month" },
  2: { most: 5, every: "minute" },
  3: { most: 10, every: "minute" },
};

const high: Readonly<Record<Exclude<Plan, "starter">, Readonly<Record<Tier, number>>>> = {
  pro: { 1: 10, 2: 25, 3: 50 },
  org: { 1: 15, 2: 50, 3: 100 },
  enterprise: { 1: 20, 2: 100, 3: 150 },
};

/** Figma's table of May 2026: https://developers.figma.com/docs/rest-api/rate-limits/. It says none of this in its answers. */
export function limitOf(tier: Tier, plan: Plan, type: LimitType): Limit {
  if (type === "low" || plan === "starter") return low[tier];
  return { most: high[plan][tier], every: "minute" };
}
