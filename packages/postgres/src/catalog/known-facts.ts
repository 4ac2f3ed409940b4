import type { Cancellation } from "@drawbridge/core";
import type { BatchResult, BatchStep } from "../database/batch.ts";
import type { NamesUsed } from "../policy/names-used.ts";
import type { CatalogSight } from "./catalog-sight.ts";
import { readUsageFacts } from "./read-usage-facts.ts";
import type { UsageFacts } from "./usage-facts.ts";
import { usageFactsStep } from "./usage-facts-step.ts";

/** Runs a statement of our own in the database. */
export type Ask = (step: BatchStep, signal: Cancellation) => Promise<BatchResult>;

/** Milliseconds for which what was seen is trusted where others commit all the time, so that not every call asks. */
const trustedFor = 1000;

/** Sets of names whose facts are kept, and the longest facts that are, in characters. */
const mostKept = 100;
const longestKept = 200_000;

/** What the catalog says of a set of names, and when it said so. */
export interface SeenFacts {
  readonly facts: UsageFacts;
  readonly sight: CatalogSight;
}

/** Asks the catalog about names, and keeps what it says: statements that differ in their values alone name the same. */
export class KnownFacts {
  readonly #ask: Ask;
  readonly #kept = new Map<string, SeenFacts>();
  /** Something was committed between the last two looks at the same names: to ask whether one still holds is mostly in vain. */
  #isBusy = false;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** What was seen of these names, where it may still hold. */
  kept(used: NamesUsed): SeenFacts | undefined {
    const seen = this.#kept.get(keyOf(used));
    return seen !== undefined && this.mayHold(seen.sight) ? seen : undefined;
  }

  /** Whether what was seen then holds, or is to be found out from its state by whoever relies on it. */
  mayHold({ state, trustedUntil }: CatalogSight): boolean {
    return performance.now() < trustedUntil || (!this.#isBusy && state.snapshot !== null);
  }

  /** Asks what the catalog says of these names now, and keeps it. */
  async look(used: NamesUsed, signal: Cancellation): Promise<SeenFacts> {
    const key = keyOf(used);
    const at = performance.now();
    const text = await this.#read(used, signal);
    const facts = readUsageFacts(text);
    const { state } = facts;
    const before = this.#kept.get(key);
    this.#isBusy = before !== undefined && before.sight.state.snapshot !== state.snapshot;
    const isTrusted = this.#isBusy || state.snapshot === null;
    const seen = { facts, sight: { state, at, trustedUntil: isTrusted ? at + trustedFor : 0 } };
    if (text.length <= longestKept) this.#keep(key, seen);
    return seen;
  }

  /** Asks what the catalog says of these names now. */
  async ask(used: NamesUsed, signal: Cancellation): Promise<UsageFacts> {
    return readUsageFacts(await this.#read(used, signal));
  }

  async #read(used: NamesUsed, signal: Cancellation): Promise<string> {
    const { rows } = await this.#ask(usageFactsStep(used), signal);
    return rows[0]?.[0] ?? "{}";
  }

  #keep(key: string, seen: SeenFacts): void {
    this.#kept.delete(key);
    this.#kept.set(key, seen);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** The names that the catalog is asked for. */
function keyOf(used: NamesUsed): string {
  return JSON.stringify(usageFactsStep(used).values);
}
