import type { Answer } from "./exchange.ts";
import type { Plan, StandFile } from "./stand-file.ts";
import type { StandToken } from "./stand-token.ts";

type Tier = 1 | 2 | 3;

const minute = 60_000;
const month = 30 * 24 * 60 * minute;

/** As https://developers.figma.com/docs/rest-api/rate-limits/ had it in 2026, by plan; requests in a minute. */
const byPlan: Readonly<Record<Exclude<Plan, "starter">, Readonly<Record<Tier, number>>>> = {
  pro: { 1: 10, 2: 25, 3: 50 },
  org: { 1: 15, 2: 50, 3: 100 },
  enterprise: { 1: 20, 2: 100, 3: 150 },
};

/** Of View and Collab seats, and of every seat in a Starter plan: a month of Tier 1, minutes of the others. */
const low: Readonly<Record<Tier, number>> = { 1: 6, 2: 5, 3: 10 };

/** A refusal that a test asked for. */
export interface Storm {
  readonly path: RegExp;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly plan?: Plan;
  readonly type?: "low" | "high";
  /** How many requests it takes; one by default. */
  times?: number;
  /** A body that is no JSON, as a gateway on the way would answer. */
  readonly html?: string;
}

/** What Figma limits: by the token's seat, the file's plan, and the tier of what is asked. */
export class Limits {
  readonly storms: Storm[] = [];
  readonly #isPlenty: boolean;
  readonly #asked = new Map<string, number[]>();

  constructor(isPlenty: boolean) {
    this.#isPlenty = isPlenty;
  }

  /** A refusal that was asked for. */
  storm(path: string): Answer | undefined {
    const index = this.storms.findIndex((storm) => storm.path.test(path));
    const storm = this.storms[index];
    if (storm === undefined) return undefined;
    storm.times = (storm.times ?? 1) - 1;
    if (storm.times <= 0) this.storms.splice(index, 1);
    const { status = 429, retryAfter = 1, plan = "pro", type = "high", html } = storm;
    if (html !== undefined) return { status, headers: { "content-type": "text/html" }, body: html };
    return status === 429 ? limited(retryAfter, plan, type) : { status, body: { status, err: "A storm" } };
  }

  /** Counts a request, or refuses it. */
  take(token: StandToken, file: StandFile | undefined, tier: Tier): Answer | undefined {
    const plan = file?.plan ?? "enterprise";
    const isLow = token.seat === "view" || plan === "starter";
    const most = (isLow ? low[tier] : byPlan[plan as Exclude<Plan, "starter">][tier]) * (this.#isPlenty ? 1000 : 1);
    const span = isLow && tier === 1 ? month : minute;
    const key = `${token.token} ${plan} ${tier}`;
    const now = Date.now();
    const asked = (this.#asked.get(key) ?? []).filter((time) => time > now - span);
    this.#asked.set(key, asked);
    const oldest = asked[asked.length - most];
    if (oldest !== undefined) return limited(Math.ceil((oldest + span - now) / 1000), plan, isLow ? "low" : "high");
    asked.push(now);
    return undefined;
  }
}

function limited(seconds: number, plan: Plan, type: "low" | "high"): Answer {
  return {
    status: 429,
    headers: {
      "retry-after": String(seconds),
      "x-figma-plan-tier": plan,
      "x-figma-rate-limit-type": type,
      "x-figma-upgrade-link": "https://www.figma.com/files?api_paywall=true",
    },
    body: { status: 429, err: "Rate limit exceeded" },
  };
}
