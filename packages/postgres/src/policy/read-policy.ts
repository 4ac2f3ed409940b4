import { ConnectorError } from "@drawbridge/core";
import type { CatalogState } from "../catalog/catalog-state.ts";
import { movedSetting } from "../catalog/moved-setting.ts";
import { readUsageFacts } from "../catalog/read-usage-facts.ts";
import type { UsageFacts } from "../catalog/usage-facts.ts";
import { usageFactsStep } from "../catalog/usage-facts-step.ts";
import type { BatchResult, BatchStep } from "../database/batch.ts";
import { assertHarmless } from "./assert-harmless.ts";
import type { Allowed } from "./function-danger.ts";
import { type NamesUsed, namesUsed } from "./names-used.ts";
import { type ParsedStatement, parseStatement } from "./parse-statement.ts";
import { readableKinds } from "./readable-kinds.ts";

/** Runs a statement of our own in the database. */
type Ask = (step: BatchStep, signal: AbortSignal) => Promise<BatchResult>;

/** Statements whose verdict is remembered. */
const mostRemembered = 1000;

/** Milliseconds for which a verdict is trusted where others commit all the time, so that not every call is judged. */
const trustedFor = 1000;

/** How often a statement is judged for one call: its connection may have another path than the one that was asked. */
const mostJudged = 3;

/** That a statement only reads. */
interface Verdict {
  readonly statement: ParsedStatement;
  readonly used: NamesUsed;
  /** At which it was found. */
  readonly state: CatalogState;
  /** Until when it holds whatever is committed, by `performance.now()`. */
  readonly trustedUntil: number;
}

/** What decides whether a statement only reads. Verdicts are kept by the statement's text. */
export class ReadPolicy {
  readonly #ask: Ask;
  readonly #allowed: ReadonlySet<string>;
  readonly #verdicts = new Map<string, Verdict>();
  /** Something was committed between the last two verdicts on one statement: to ask whether one still holds is mostly in vain. */
  #isBusy = false;

  /** @param allowed `schema.name` of functions that the person vouches for */
  constructor(ask: Ask, allowed: ReadonlySet<string>) {
    this.#ask = ask;
    this.#allowed = allowed;
  }

  /** Returns the statement, parsed. Throws `refused`, with the reason, for one that may do more than read. */
  async admit(sql: string, signal: AbortSignal): Promise<ParsedStatement> {
    return (await this.#judge(sql, signal)).statement;
  }

  /**
   * Runs a statement that only reads. It is judged where it was not before, or where the catalog has moved since.
   *
   * @param run is to run it with `database.read` and the state that is given
   * @throws `refused`, as `admit` does, and what `run` throws
   */
  async whileAdmitted<T>(
    sql: string,
    signal: AbortSignal,
    run: (statement: ParsedStatement, state: CatalogState) => Promise<T>,
  ): Promise<T> {
    let verdict = this.#verdicts.get(sql);
    let isFresh = verdict !== undefined && performance.now() < verdict.trustedUntil;
    for (let judged = 0; ; judged += 1) {
      if (verdict === undefined || judged > 0 || (this.#isBusy && !isFresh)) {
        verdict = await this.#judge(sql, signal);
        isFresh = true;
      }
      const { statement, state } = verdict;
      try {
        // Names are found by the path of the session that runs it, which may be another than the one that was asked.
        return await run(statement, isFresh ? { ...state, snapshot: null } : state);
      } catch (error) {
        if (!String((error as Error).message).includes(movedSetting)) throw error;
        if (judged === mostJudged) throw movedTooOften();
      }
    }
  }

  /** Throws `refused` for a change that calls what is called by none, or what may do more than is allowed. */
  async admitChange(statement: ParsedStatement, effect: "write" | "destroy", signal: AbortSignal): Promise<void> {
    await this.#assertHarmless(namesUsed(statement, undefined), effect, signal);
  }

  async #judge(sql: string, signal: AbortSignal): Promise<Verdict> {
    const before = this.#verdicts.get(sql);
    this.#verdicts.delete(sql);
    const statement = before?.statement ?? (await parseStatement(sql));
    const used = before?.used ?? namesUsed(statement, readableKinds);
    const at = performance.now();
    const { state } = await this.#assertHarmless(used, "read", signal);
    this.#isBusy = before !== undefined && before.state.snapshot !== state.snapshot;
    const isTrusted = this.#isBusy || state.snapshot === null;
    const verdict = { statement, used, state, trustedUntil: isTrusted ? at + trustedFor : 0 };
    this.#remember(sql, verdict);
    return verdict;
  }

  async #assertHarmless(used: NamesUsed, effect: Allowed["effect"], signal: AbortSignal): Promise<UsageFacts> {
    const { rows } = await this.#ask(usageFactsStep(used), signal);
    const facts = readUsageFacts(rows[0]?.[0] ?? "{}");
    assertHarmless(used, facts, { functions: this.#allowed, effect });
    return facts;
  }

  #remember(sql: string, verdict: Verdict): void {
    this.#verdicts.set(sql, verdict);
    const [oldest] = this.#verdicts.keys();
    if (this.#verdicts.size > mostRemembered && oldest !== undefined) this.#verdicts.delete(oldest);
  }
}

function movedTooOften(): ConnectorError {
  const what = "The sessions of this server look for names in different schemas, as after ALTER ROLE … SET search_path";
  return new ConnectorError("conflict", `${what}. Try again in a minute, when the old ones have ended.`);
}
