import { type Cancellation, ConnectorError } from "@drawbridge/core";
import type { CatalogSight } from "../catalog/catalog-sight.ts";
import type { CatalogState } from "../catalog/catalog-state.ts";
import { type Ask, KnownFacts } from "../catalog/known-facts.ts";
import { movedSetting } from "../catalog/moved-setting.ts";
import type { UsageFacts } from "../catalog/usage-facts.ts";
import type { FactsOfState, Masks } from "../masking/masks.ts";
import type { ServedSchemas } from "../schemas/served-schemas.ts";
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
  /** Traced where columns are masked. */
  readonly statement: ParsedStatement;
  readonly used: NamesUsed;
  /** At which it was found. */
  readonly sight: CatalogSight;
  readonly isBuiltIn: boolean;
}

/** What keeps some of a database from being told; undefined where all of it may be. */
interface Keepers {
  readonly masks?: Masks | undefined;
  readonly schemas?: ServedSchemas | undefined;
}

/** What decides whether a statement only reads. Verdicts are kept by the statement's text. */
export class ReadPolicy {
  readonly #catalog: KnownFacts;
  readonly #allowed: ReadonlySet<string>;
  readonly #masks: Masks | undefined;
  readonly #schemas: ServedSchemas | undefined;
  readonly #verdicts = new Map<string, Verdict>();

  /**
   * @param allowed `schema.name` of functions that the person vouches for
   * @param keepers what else a statement is held to
   */
  constructor(ask: Ask, allowed: ReadonlySet<string>, { masks, schemas }: Keepers = {}) {
    this.#catalog = new KnownFacts(ask);
    this.#allowed = allowed;
    this.#masks = masks;
    this.#schemas = schemas;
  }

  /** Returns the statement, parsed. Throws `refused`, with the reason, for one that may do more than read. */
  async admit(sql: string, signal: Cancellation): Promise<ParsedStatement> {
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
    signal: Cancellation,
    run: (statement: ParsedStatement, state: CatalogState) => Promise<T>,
  ): Promise<T> {
    const began = performance.now();
    let verdict = this.#verdicts.get(sql);
    for (let judged = 0; ; judged += 1) {
      if (verdict === undefined || judged > 0 || !this.#mayHold(verdict)) {
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

  /**
   * Returns a change, traced where columns are masked. Throws `refused` for one that calls what is called by none, or what may do
   * more than is allowed.
   */
  async admitChange(
    statement: ParsedStatement,
    effect: "write" | "destroy",
    signal: Cancellation,
  ): Promise<ParsedStatement> {
    const used = namesUsed(statement, undefined);
    const facts = await this.#facts(used, signal);
    assertHarmless(used, facts, { functions: this.#allowed, effect });
    return this.#kept(statement, used, facts, signal);
  }

  /** Returns a change that is only planned, traced where columns are masked. */
  async admitPlanned(statement: ParsedStatement, signal: Cancellation): Promise<ParsedStatement> {
    if (this.#masks === undefined && this.#schemas === undefined) return statement;
    const used = namesUsed(statement, undefined);
    return this.#kept(statement, used, await this.#facts(used, signal), signal);
  }

  /** @param mayBeKnown whether what is known of its names will do; else the catalog is asked */
  async #judge(sql: string, signal: Cancellation, mayBeKnown = false): Promise<Verdict> {
    const before = this.#verdicts.get(sql);
    this.#verdicts.delete(sql);
    const parsed = before?.statement ?? (await parseStatement(sql));
    const used = before?.used ?? namesUsed(parsed, readableKinds);
    // Definitions that are changed from here while they are asked for may be of the state before.
    const generation = this.#masks?.generation ?? 0;
    // What may be told is found anew, however often that is.
    const isKeptBack = this.#masks !== undefined || this.#schemas !== undefined;
    let seen = mayBeKnown && !isKeptBack ? this.#catalog.kept(used) : undefined;
    // A refusal is never taken from what may have changed since.
    if (seen === undefined || !this.#isHarmless(used, seen.facts)) {
      seen = await this.#catalog.look(used, signal);
      assertHarmless(used, seen.facts, { functions: this.#allowed, effect: "read" });
    }
    const statement = await this.#kept(parsed, used, { ...seen.facts, generation }, signal);
    const sight = isKeptBack ? { ...seen.sight, trustedUntil: 0 } : seen.sight;
    const verdict = { statement, used, sight, isBuiltIn: !isKeptBack && isBuiltIn(seen.facts) };
    this.#remember(sql, verdict);
    return verdict;
  }

  /** Whether a verdict holds, or is to be found out from its state by whoever relies on it. */
  #mayHold({ statement, sight }: Verdict): boolean {
    return this.#catalog.mayHold(sight) && statement.traced?.generation === this.#masks?.generation;
  }

  async #facts(used: NamesUsed, signal: Cancellation): Promise<FactsOfState> {
    // Definitions that are changed from here while they are asked for may be of the state before.
    const generation = this.#masks?.generation ?? 0;
    return { ...(await this.#catalog.ask(used, signal)), generation };
  }

  /** Throws for what is of schemas that are not served, or tells more of masked columns than is shown. */
  async #kept(
    statement: ParsedStatement,
    used: NamesUsed,
    facts: FactsOfState,
    signal: Cancellation,
  ): Promise<ParsedStatement> {
    await this.#schemas?.assert(statement, used, facts, signal);
    if (this.#masks === undefined) return statement;
    return { ...statement, traced: await this.#masks.trace(statement, used, facts, signal) };
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
