import { ConnectorError } from "@drawbridge/core";
import { readUsageFacts, usageFactsStep } from "../catalog/usage-facts.ts";
import type { BatchResult, BatchStep } from "../database/batch.ts";
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
}

/** What decides whether a statement only reads. Verdicts are kept by the statement's text. */
export class ReadPolicy {
  readonly #ask: Ask;
  readonly #allowed: ReadonlySet<string>;
  readonly #verdicts = new Map<string, Verdict>();

  /** @param allowed `schema.name` of functions that the person vouches for */
  constructor(ask: Ask, allowed: ReadonlySet<string>) {
    this.#ask = ask;
    this.#allowed = allowed;
  }

  /** Returns the statement, parsed. Throws `refused`, with the reason, for one that may do more than read. */
  async admit(sql: string, signal: AbortSignal): Promise<ParsedStatement> {
    let verdict = this.#verdicts.get(sql);
    if (verdict === undefined || performance.now() - verdict.at > freshFor) {
      verdict = await this.#judge(sql, verdict, signal);
      this.#remember(sql, verdict);
    }
    if (verdict.refusal !== undefined) throw verdict.refusal;
    return verdict.statement;
  }

  /** Throws `refused` for a change that calls what is called by none, or what may do more than is allowed. */
  async admitChange(statement: ParsedStatement, effect: "write" | "destroy", signal: AbortSignal): Promise<void> {
    const used = namesUsed(statement, undefined);
    const { rows } = await this.#ask(usageFactsStep(used), signal);
    assertHarmless(used, readUsageFacts(rows[0]?.[0] ?? "{}"), { functions: this.#allowed, effect });
  }

  async #judge(sql: string, before: Verdict | undefined, signal: AbortSignal): Promise<Verdict> {
    const statement = before?.statement ?? (await parseStatement(sql));
    const used = before?.used ?? namesUsed(statement, readableKinds);
    const at = performance.now();
    const { rows } = await this.#ask(usageFactsStep(used), signal);
    try {
      assertHarmless(used, readUsageFacts(rows[0]?.[0] ?? "{}"), { functions: this.#allowed, effect: "read" });
    } catch (error) {
      if (!ConnectorError.is(error)) throw error;
      return { statement, used, refusal: error, at };
    }
    return { statement, used, refusal: undefined, at };
  }

  #remember(sql: string, verdict: Verdict): void {
    this.#verdicts.delete(sql);
    this.#verdicts.set(sql, verdict);
    const [oldest] = this.#verdicts.keys();
    if (this.#verdicts.size > mostRemembered && oldest !== undefined) this.#verdicts.delete(oldest);
  }
}
