import type { CatalogState } from "../catalog/catalog-state.ts";
import { movedSetting } from "../catalog/moved-setting.ts";
import { sessionPath } from "../catalog/session-path.ts";
import type { BatchStep } from "./batch.ts";
import { ours } from "./ours.ts";

/** What holds for the time of one statement. */
export interface EnvelopeSettings {
  /** Milliseconds that the server gives the statement. */
  readonly statementTimeout: number;
  /** Whom the statement runs as, by SET ROLE. */
  readonly role: string | undefined;
  /** The function of hypopg that takes hypothetical indexes back, with its schema, where that is installed. */
  readonly hypotheticalReset: string | undefined;
}

/** What comes before and after a statement, all sent at once. */
export interface Envelope {
  readonly before: readonly BatchStep[];
  /** Ends the transaction without a trace. */
  readonly after: readonly BatchStep[];
}

/**
 * A transaction that is rolled back, with limits that hold in it alone. What outlives it, as the work of a function that lies about
 * itself may, is cleared: advisory locks and hypothetical indexes, and all of the session's state after a change. Its texts are made
 * once, for all statements.
 */
export class EnvelopeForm {
  readonly #begin: BatchStep;
  readonly #limits: BatchStep & { readonly values: readonly string[] };
  readonly #limitsUnlessMoved: string;
  readonly #after: readonly BatchStep[];
  #limitsOfLast: (BatchStep & { readonly state: CatalogState }) | undefined;

  constructor(mode: "READ ONLY" | "READ WRITE", { statementTimeout, role, hypotheticalReset }: EnvelopeSettings) {
    const settings: [name: string, value: string][] = [
      ["statement_timeout", String(statementTimeout)],
      ["lock_timeout", String(statementTimeout)],
      ["idle_in_transaction_session_timeout", String(statementTimeout)],
      ...(role === undefined ? [] : ([["role", role]] as [string, string][])),
    ];
    const calls = settings.map((_, index) => `pg_catalog.set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`);
    const values = settings.flat();
    this.#begin = kept(`BEGIN ${mode}`);
    this.#limits = { ...kept(ours(`SELECT ${calls.join(", ")}`)), values };
    this.#limitsUnlessMoved = ours(`SELECT ${[...calls, unlessMoved(values.length)].join(", ")}`);
    this.#after = [kept("ROLLBACK"), ...resets(mode, hypotheticalReset === undefined ? [] : [hypotheticalReset])];
  }

  /** @param state what the catalog must still be like for the statement to be run */
  around(state?: CatalogState): Envelope {
    return { before: [this.#begin, state === undefined ? this.#limits : this.#limitsAt(state)], after: this.#after };
  }

  #limitsAt(state: CatalogState): BatchStep {
    const { path, snapshot } = state;
    const last = this.#limitsOfLast;
    if (last?.state.path === path && last.state.snapshot === snapshot) return last;
    const { values, keptFor } = this.#limits;
    this.#limitsOfLast = { text: this.#limitsUnlessMoved, values: [...values, path, snapshot], keptFor, state };
    return this.#limitsOfLast;
  }
}

function kept(text: string): BatchStep {
  return { text, keptFor: "" };
}

/**
 * What is committed may leave more in its session than what is rolled back: settings, temporary tables that stand before others of
 * their name, cursors, channels.
 */
function resets(mode: "READ ONLY" | "READ WRITE", hypothetical: readonly string[]): BatchStep[] {
  if (mode === "READ ONLY")
    return [kept(ours(`SELECT ${["pg_catalog.pg_advisory_unlock_all()", ...hypothetical].join(", ")}`))];
  return [kept("DISCARD ALL"), ...hypothetical.map((call) => kept(`SELECT ${call}`))];
}

/** After the role is set, on which the path may depend. In the step of the settings it costs 20 µs, in one of its own 30. */
function unlessMoved(parameters: number): string {
  const [path, snapshot] = [`$${parameters + 1}::text`, `$${parameters + 2}::text`];
  return (
    `CASE WHEN ${sessionPath} = ${path} ` +
    `AND (${snapshot} IS NULL OR pg_catalog.pg_current_snapshot()::text = ${snapshot}) ` +
    `THEN '' ELSE pg_catalog.current_setting('${movedSetting}') END`
  );
}
