import { ConnectorError } from "@drawbridge/core";
import type { CatalogSight } from "../catalog/catalog-sight.ts";
import type { CatalogState } from "../catalog/catalog-state.ts";
import { type Ask, KnownFacts } from "../catalog/known-facts.ts";
import { movedSetting } from "../catalog/moved-setting.ts";
import type { UsageFacts } from "../catalog/usage-facts.ts";
import { assertHarmless } from "./assert-harmless.ts";
import { isBuiltIn } from "./is-built-in.ts";
import { type NamesUsed, namesUsed } from "./names-used.ts";
import { type ParsedStatement, parseStatement } from "./parse-statement.ts";
import { readableKinds } from "./readable-kinds.ts";

/** Statements whose verdict is remembered. */
const mostRemembered = 1000;

/** How often a statement is judged for one call: its connection may have another path than the one that was asked. */
const mostJudged = 3;

/** That a statement only reads. */
interface Verdict {
  readonly statement: ParsedStatement;
  readonly used: NamesUsed;
  /** At which it was found. */
  readonly sight: CatalogSight;
  readonly isBuiltIn: boolean;
}

/** What decides whether a statement only reads. Verdicts are kept by the statement's text. */
export class ReadPolicy {
  readonly #catalog: KnownFacts;
  readonly #allowed: ReadonlySet<string>;
  readonly #verdicts = new Map<string, Verdict>();

  /** @param allowed `schema.name` of functions that the person vouches for */
  constructor(ask: Ask, allowed: ReadonlySet<string>) {
    this.#catalog = new KnownFacts(ask);
    this.#allowed = allowed;
  }

  /** Returns the statement, parsed. Throws `refused`, with the reason, for one that may do more than read. */
  async admit(sql: string, signal: AbortSignal): Promise<ParsedStatement> {
    return (await this.#judge(sql, signal)).statement;
  }

  /**
   * Runs a statement that only reads. It is judged where it was not before, by what is known of its names; and anew where the
   * catalog has moved since.
   *
   * @param run is to run it with `database.read` and the state that is given
   * @throws `refused`, as `admit` does, and what `run` throws
   */
  async whileAdmitted<T>(
    sql: string,
    signal: AbortSignal,
    run: (statement: ParsedStatement, state: CatalogState) => Promise<T>,
  ): Promise<T> {
    const began = performance.now();
    let verdict = this.#verdicts.get(sql);
    for (let judged = 0; ; judged += 1) {
      if (verdict === undefined || judged > 0 || !this.#catalog.mayHold(verdict.sight)) {
        verdict = await this.#judge(sql, signal, judged === 0);
      }
      const { statement, sight, isBuiltIn } = verdict;
      const isFresh = sight.at >= began || sight.trustedUntil > began;
      try {
        // Names are found by the path of the session that runs it, which may be another than the one that was asked.
        return await run(statement, isFresh ? { ...sight.state, snapshot: null } : { ...sight.state, isBuiltIn });
      } catch (error) {
        if (!String((error as Error).message).includes(movedSetting)) throw error;
        if (judged === mostJudged) throw movedTooOften();
      }
    }
  }

  /** Throws `refused` for a change that calls what is called by none, or what may do more than is allowed. */
  async admitChange(statement: ParsedStatement, effect: "write" | "destroy", signal: AbortSignal): Promise<void> {
    const used = namesUsed(statement, undefined);
    assertHarmless(used, await this.#catalog.ask(used, signal), { functions: this.#allowed, effect });
  }

  /** @param mayBeKnown whether what is known of its names will do; else the catalog is asked */
  async #judge(sql: string, signal: AbortSignal, mayBeKnown = false): Promise<Verdict> {
    const before = this.#verdicts.get(sql);
    this.#verdicts.delete(sql);
    const statement = before?.statement ?? (await parseStatement(sql));
    const used = before?.used ?? namesUsed(statement, readableKinds);
    let seen = mayBeKnown ? this.#catalog.kept(used) : undefined;
    // A refusal is never taken from what may have changed since.
    if (seen === undefined || !this.#isHarmless(used, seen.facts)) {
      seen = await this.#catalog.look(used, signal);
      assertHarmless(used, seen.facts, { functions: this.#allowed, effect: "read" });
    }
    const verdict = { statement, used, sight: seen.sight, isBuiltIn: isBuiltIn(seen.facts) };
    this.#remember(sql, verdict);
    return verdict;
  }

  #isHarmless(used: NamesUsed, facts: UsageFacts): boolean {
    try {
      assertHarmless(used, facts, { functions: this.#allowed, effect: "read" });
      return true;
    } catch (error) {
      if (ConnectorError.is(error)) return false;
      throw error;
    }
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
