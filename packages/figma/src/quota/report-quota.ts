import type { Tier } from "../api/tier.ts";
import type { Transport } from "../api/transport.ts";
import { type LimitType, limitOf, type Plan } from "./limit-table.ts";
import type { QuotaLedger, Reached } from "./quota-ledger.ts";

const minute = 60_000;
const month = 30 * 24 * 60 * minute;

const tiers: readonly Tier[] = [1, 2, 3];

const covers: Readonly<Record<Tier, string>> = {
  1: "documents, nodes, rendered pictures",
  2: "metadata, versions, image fills, variables, comments, dev resources, webhooks, projects",
  3: "published components and styles, the account",
};

const costs = [
  {
    tools: "figma_read, figma_find, figma_design_system, figma_tokens, figma_lint",
    requests:
      "1 of Tier 2 for the file's version; 1 of Tier 1 unless that version was read before; 1 of Tier 2 for variables",
  },
  { tools: "figma_diff", requests: "as two reads" },
  { tools: "figma_render", requests: "1 of Tier 1, however many nodes" },
  { tools: "figma_download", requests: "as a read, 1 of Tier 1 for what is rendered, 1 of Tier 2 for image fills" },
  {
    tools: "figma_versions, figma_comments_*, figma_dev_resources_*, figma_webhooks_*, figma_projects",
    requests: "1 of Tier 2 each",
  },
  { tools: "files on this machine, figma_quota", requests: "none" },
];

const seats: Readonly<Record<LimitType, string>> = { low: "View or Collab", high: "Dev or Full" };

/** What the ledger knows, in words. */
export async function reportQuota({ ledger, hasToken }: Transport) {
  await ledger.refresh();
  const { told } = ledger;
  return {
    has_token: hasToken,
    ...(told === undefined ? {} : { plan: told.plan, seat: seatIn(told) }),
    tiers: tiers.map((tier) => ({
      ...{ tier, covers: covers[tier] },
      last_minute: ledger.count(tier, minute),
      last_30_days: ledger.count(tier, month),
      ...(told === undefined ? {} : leftOf(ledger, tier, told)),
    })),
    reached: ledger.limits.map(shown),
    costs,
    note:
      told === undefined
        ? "Figma tells of plans and seats only when it refuses, which it has not done: what is left is not known. A View or Collab seat, and any seat for files in a Starter plan, has 6 requests of Tier 1 a month; a Dev or Full seat 10 to 20 a minute."
        : "Limits are those of the plan of the file that was refused last; files in other plans have others. Counted are the requests of servers that share this cache folder.",
  };
}

function leftOf(ledger: QuotaLedger, tier: Tier, { plan, type }: { readonly plan: Plan; readonly type: LimitType }) {
  const { most, every } = limitOf(tier, plan, type);
  const used = ledger.count(tier, every === "minute" ? minute : month);
  const isReached = ledger.limits.some((limit) => limit.tier === tier);
  return { limit: `${most} a ${every}`, left: isReached ? 0 : Math.max(0, most - used) };
}

function shown({ tier, until, plan, type }: Reached) {
  return {
    tier,
    until: new Date(until).toISOString().replace(/\.\d+Z$/, "Z"),
    seconds: Math.max(0, Math.ceil((until - Date.now()) / 1000)),
    ...(plan === undefined ? {} : { plan }),
    ...(plan === undefined || type === undefined ? {} : { seat: seatIn({ plan, type }) }),
  };
}

/** In a Starter plan the seat makes no difference, and is not told. */
function seatIn({ plan, type }: { readonly plan: Plan; readonly type: LimitType }): string {
  return plan === "starter" ? "any" : seats[type];
}
