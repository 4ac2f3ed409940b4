import { sha256 } from "@drawbridge/core";
import type { Tier } from "../api/tier.ts";
import type { LedgerFile } from "./ledger-file.ts";
import type { LimitType, Plan } from "./limit-table.ts";
import type { QuotaEvent } from "./quota-event.ts";

const month = 30 * 24 * 3_600_000;
const mostEvents = 20_000;

/** A limit that is reached. */
export interface Reached {
  readonly tier: Tier;
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly plan: Plan | undefined;
  readonly type: LimitType | undefined;
}

/**
 * What was asked under one token in the last thirty days, and which limits are reached: by this process, and by all that share
 * the ledger's file. Figma tells of limits only once they are reached.
 */
export class QuotaLedger {
  readonly #file: LedgerFile | undefined;
  #events: QuotaEvent[] = [];

  /** @param file none where nothing is kept on disk */
  constructor(file: LedgerFile | undefined) {
    this.#file = file;
  }

  async sent(tier: Tier, key: string | undefined): Promise<void> {
    await this.#add({ t: Date.now(), tier, f: digestOf(key) });
  }

  async refused(tier: Tier, key: string | undefined, reached: Omit<Reached, "tier">): Promise<void> {
    const { until, plan, type } = reached;
    const told = { ...(plan === undefined ? {} : { plan }), ...(type === undefined ? {} : { type }) };
    await this.#add({ t: Date.now(), tier, f: digestOf(key), until, ...told });
  }

  /** The limit that a request would run into, where one is known. */
  async reached(tier: Tier, key: string | undefined): Promise<Reached | undefined> {
    await this.refresh();
    const digest = digestOf(key);
    return this.limits.find((limit) => limit.tier === tier && limit.f === digest);
  }

  /** Takes in what other processes did. */
  async refresh(): Promise<void> {
    if (this.#file === undefined) return;
    this.#events.push(...(await this.#file.news()));
    this.#forget();
  }

  /** Limits that are reached now, the newest word on each. */
  get limits(): readonly (Reached & { readonly f: string })[] {
    const now = Date.now();
    const limits = new Map<string, Reached & { f: string }>();
    for (const { tier, f, until, plan, type } of this.#events)
      if (until !== undefined && until > now) limits.set(`${tier} ${f}`, { tier, f, until, plan, type });
    return [...limits.values()];
  }

  /** The last word of Figma's on the plans of files and on the seat: told with refusals alone. */
  get told(): { readonly plan: Plan; readonly type: LimitType } | undefined {
    const { plan, type } = this.#events.findLast(({ until }) => until !== undefined) ?? {};
    return plan === undefined || type === undefined ? undefined : { plan, type };
  }

  /** How many requests of a tier were answered in the last so many milliseconds. */
  count(tier: Tier, span: number): number {
    const since = Date.now() - span;
    return this.#events.filter((event) => event.tier === tier && event.until === undefined && event.t > since).length;
  }

  async #add(event: QuotaEvent): Promise<void> {
    // What is written down comes back with the news.
    if (this.#file !== undefined && (await this.#file.append(event))) return this.refresh();
    this.#events.push(event);
    this.#forget();
  }

  #forget(): void {
    const since = Date.now() - month;
    const isOld = ({ t, until = 0 }: QuotaEvent) => t < since && until < Date.now();
    if (this.#events.length > mostEvents || (this.#events[0] !== undefined && isOld(this.#events[0])))
      this.#events = this.#events.filter((event) => !isOld(event)).slice(-mostEvents);
  }
}

/** No key is written down: whoever reads the ledger learns nothing of files. */
function digestOf(key: string | undefined): string {
  return key === undefined ? "" : sha256(key).slice(0, 16);
}
