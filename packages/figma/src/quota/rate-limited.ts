import { ConnectorError } from "@drawbridge/core";
import type { Tier } from "../api/tier.ts";
import type { Reached } from "./quota-ledger.ts";

const covers: Readonly<Record<Tier, string>> = {
  1: "documents and pictures (Tier 1)",
  2: "metadata, comments, versions and the like (Tier 2)",
  3: "libraries and accounts (Tier 3)",
};

/** Says until when Figma takes no more requests of a tier, why, and what still works. */
export function rateLimited({ tier, until, plan, type }: Reached): ConnectorError {
  const retryAfter = Math.max(1, Math.ceil((until - Date.now()) / 1000));
  const time = new Date(until).toISOString().replace(/\.\d+Z$/, "Z");
  const words = [
    `Figma takes no more requests for ${covers[tier]} of this file until ${time}, which is ${spanOf(retryAfter)} from now (${retryAfter} seconds).`,
    reasonOf(tier, plan, type),
    tier === 1
      ? "What was read before is still answered while the file stays as it is; figma_quota tells what is left."
      : "",
  ];
  return new ConnectorError("rate_limited", words.filter((word) => word !== "").join(" "), { retryAfter });
}

function reasonOf(tier: Tier, plan: Reached["plan"], type: Reached["type"]): string {
  if (plan === "starter")
    return "The file lies in a Starter plan, where every account has very few requests (6 of Tier 1 a month), whatever its seat is elsewhere. In a team with a paid plan it has more: a person can move it there, or save a copy as .fig and start the server with that.";
  if (type === "low")
    return `The token's account has a View or Collab seat in the file's plan${plan === undefined ? "" : ` (${plan})`}, which has ${tier === 1 ? "6 of these a month" : "a few of these a minute"}. With a Dev or Full seat there are 10 to 20 a minute; a copy saved as .fig needs none.`;
  return "";
}

function spanOf(seconds: number): string {
  for (const [unit, length] of [
    ["days", 86_400],
    ["hours", 3600],
    ["minutes", 60],
  ] as const)
    if (seconds >= length * 1.5) return `${Math.round((seconds / length) * 10) / 10} ${unit}`;
  return `${seconds} seconds`;
}
