import type { PlanSight } from "./plan-sight.ts";

/** Statements of a database whose last plan is remembered. */
const mostRemembered = 500;

/** Whose plan it is, and of what. */
export interface PlanKey {
  /** Nobody is told of a plan by what another has looked at. */
  readonly principal: string;
  /** Of the statement without its values, by libpg-query. */
  readonly fingerprint: string;
  /** Whether it is the plan for any values. */
  readonly isGeneric: boolean;
}

/** The last plan of each statement, while the server runs. */
export class PlanHistory {
  readonly #sights = new Map<string, PlanSight>();

  /** Remembers a plan. Returns the one before it; undefined where none is known. */
  remember({ principal, fingerprint, isGeneric }: PlanKey, sight: PlanSight): PlanSight | undefined {
    const key = JSON.stringify([principal, fingerprint, isGeneric]);
    const before = this.#sights.get(key);
    // The one that was not asked for longest goes first.
    this.#sights.delete(key);
    this.#sights.set(key, { ...sight, milliseconds: sight.milliseconds ?? before?.milliseconds });
    const [oldest] = this.#sights.keys();
    if (this.#sights.size > mostRemembered && oldest !== undefined) this.#sights.delete(oldest);
    return before;
  }
}
