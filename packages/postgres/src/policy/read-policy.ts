import { ConnectorError } from "@drawbridge/core";
import { readUsageFacts, type UsageFacts, usageFactsStep } from "../catalog/usage-facts.ts";
import type { BatchResult, BatchStep } from "../database/batch.ts";
import type { Masks } from "../masking/masks.ts";
import type { ServedSchemas } from "../schemas/served-schemas.ts";
import { assertHarmless } from "./assert-harmless.ts";
import { type NamesUsed, namesUsed } from "./names-used.ts";
import { type ParsedStatement, parseStatement } from "./parse-statement.ts";
import { readableKinds } from "./readable-kinds.ts";

/** Runs a statement of our own in the database. */
type Ask = (step: BatchStep, signal: AbortSignal) => Promise<BatchResult>;

/** Statements whose verdict is remembered. */
const mostRemembered = 1000;

/** Milliseconds for which the catalog is taken to be as it was: what somebody changes meanwhile is seen after that. */
const freshFor = 5000;

interface Verdict {
  readonly statement: ParsedStatement;
  readonly used: NamesUsed;
  readonly refusal: ConnectorError | undefined;
  /** By `performance.now()`. */
  readonly at: number;
  /** Of what is known of masked columns. */
  readonly generation: number | undefined;
}

/** What keeps some of a database from being told; undefined where all of it may be. */
interface Keepers {
  readonly masks?: Masks | undefined;
  readonly schemas?: ServedSchemas | undefined;
}

/** What decides whether a statement only reads. Verdicts are kept by the statement's text. */
export class ReadPolicy {
  readonly #ask: Ask;
  readonly #allowed: ReadonlySet<string>;
  readonly #masks: Masks | undefined;
  readonly #schemas: ServedSchemas | undefined;
  readonly #verdicts = new Map<string, Verdict>();

  /**
   * @param allowed `schema.name` of functions that the person vouches for
   * @param keepers what else a statement is held to
   */
  constructor(ask: Ask, allowed: ReadonlySet<string>, { masks, schemas }: Keepers = {}) {
    this.#ask = ask;
    this.#allowed = allowed;
    this.#masks = masks;
    this.#schemas = schemas;
  }

  /** Returns the statement, parsed. Throws `refused`, with the reason, for one that may do more than read. */
  async admit(sql: string, signal: AbortSignal): Promise<ParsedStatement> {
    let verdict = this.#verdicts.get(sql);
    const isStale = verdict === undefined || performance.now() - verdict.at > freshFor;
    if (verdict === undefined || isStale || verdict.generation !== this.#masks?.generation) {
      verdict = await this.#judge(sql, verdict, signal);
      this.#remember(sql, verdict);
    }
    if (verdict.refusal !== undefined) throw verdict.refusal;
    return verdict.statement;
  }

  /**
   * Returns the statement, traced where columns are masked. Throws `refused` for a change that calls what is called by none, or what
   * may do more than is allowed.
   */
  async admitChange(
    statement: ParsedStatement,
    effect: "write" | "destroy",
    signal: AbortSignal,
  ): Promise<ParsedStatement> {
    const used = namesUsed(statement, undefined);
    const { rows } = await this.#ask(usageFactsStep(used), signal);
    const facts = readUsageFacts(rows[0]?.[0] ?? "{}");
    assertHarmless(used, facts, { functions: this.#allowed, effect });
    return this.#kept(statement, used, facts, signal);
  }

  /** Returns a change that is only planned, traced where columns are masked. */
  async admitPlanned(statement: ParsedStatement, signal: AbortSignal): Promise<ParsedStatement> {
    if (this.#masks === undefined && this.#schemas === undefined) return statement;
    const used = namesUsed(statement, undefined);
    const { rows } = await this.#ask(usageFactsStep(used), signal);
    return this.#kept(statement, used, readUsageFacts(rows[0]?.[0] ?? "{}"), signal);
  }

  async #judge(sql: string, before: Verdict | undefined, signal: AbortSignal): Promise<Verdict> {
    const parsed = before?.statement ?? (await parseStatement(sql));
    const used = before?.used ?? namesUsed(parsed, readableKinds);
    const at = performance.now();
    const generation = this.#masks?.generation;
    const { rows } = await this.#ask(usageFactsStep(used), signal);
    try {
      const facts = readUsageFacts(rows[0]?.[0] ?? "{}");
      assertHarmless(used, facts, { functions: this.#allowed, effect: "read" });
      const statement = await this.#kept(parsed, used, facts, signal);
      return { statement, used, refusal: undefined, at, generation };
    } catch (error) {
      if (!ConnectorError.is(error) || error.code !== "refused") throw error;
      return { statement: parsed, used, refusal: error, at, generation };
    }
  }

  async #kept(
    statement: ParsedStatement,
    used: NamesUsed,
    facts: UsageFacts,
    signal: AbortSignal,
  ): Promise<ParsedStatement> {
    await this.#schemas?.assert(statement, used, signal);
    if (this.#masks === undefined) return statement;
    return { ...statement, traced: await this.#masks.trace(statement, used, facts, signal) };
  }

  #remember(sql: string, verdict: Verdict): void {
    this.#verdicts.delete(sql);
    this.#verdicts.set(sql, verdict);
    const [oldest] = this.#verdicts.keys();
    if (this.#verdicts.size > mostRemembered && oldest !== undefined) this.#verdicts.delete(oldest);
  }
}
