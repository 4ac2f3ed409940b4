import type { Cancellation } from "@drawbridge/core";
import type pg from "pg";
import type { CatalogState } from "../catalog/catalog-state.ts";
import { PlanHistory } from "../explaining/plan-history.ts";
import { DefinitionChanges } from "../masking/definition-changes.ts";
import { Masks } from "../masking/masks.ts";
import { ReadPolicy } from "../policy/read-policy.ts";
import { ServedSchemas } from "../schemas/served-schemas.ts";
import type { BatchPlan, BatchResult, BatchStep } from "./batch.ts";
import { cleared } from "./cleared.ts";
import type { ConnectionTarget } from "./connection-target.ts";
import { Connections } from "./connections.ts";
import { DatabaseClient } from "./database-client.ts";
import type { DatabaseSettings } from "./database-settings.ts";
import { type Envelope, EnvelopeForm } from "./envelope.ts";
import { keptPlan } from "./kept-plan.ts";
import { openPool } from "./open-pool.ts";
import { ours } from "./ours.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import type { ReadBounds } from "./read-bounds.ts";
import { runBatch } from "./run-batch.ts";
import { Transaction } from "./transaction.ts";

/** More than what the catalog says of any statement. */
const mostFactBytes = 16 * 1024 * 1024;

/** Names of relations are told with their schemas then. */
const onlyCatalog: BatchStep = { text: "SET LOCAL search_path = pg_catalog" };

/** Compiling what asks the catalog takes a hundred times as long as asking. */
const withoutJit: BatchStep = { text: "SET LOCAL jit = off" };

/** A prepared statement is not there, or is there already. */
const lostCodes: ReadonlySet<string> = new Set(["26000", "42P05"]);

/** One database: its connections, and the ways in which statements are run in it. */
export class Database {
  /** What decides which statements only read. */
  readonly policy: ReadPolicy;
  /** What masks columns; undefined where none is. */
  readonly masks: Masks | undefined;
  /** What keeps to some schemas; undefined where all are served. */
  readonly schemas: ServedSchemas | undefined;
  /** What it is called here. */
  readonly name: string;
  /** The most rows of one answer. */
  readonly maxRows: number;
  /** What `pg_explain` has seen. */
  readonly plans = new PlanHistory();
  readonly #connections: Connections;
  readonly #settings: DatabaseSettings;
  readonly #forms = new Map<string, EnvelopeForm>();
  /** The call that takes hypothetical indexes back; known once hypopg was met. */
  #hypotheticalReset: string | undefined;
  /** Not where something stands between that hands a connection's statements to several sessions, as poolers may. */
  #keepsPrepared = true;

  constructor(pool: pg.Pool, settings: DatabaseSettings) {
    this.#connections = new Connections(pool, settings.name);
    this.#settings = settings;
    this.name = settings.name;
    this.maxRows = settings.maxRows;
    const ask = (step: BatchStep, signal: Cancellation, isCatalogAlone = false) => {
      const before = isCatalogAlone ? [withoutJit, onlyCatalog] : [withoutJit];
      return this.read({ ...step, text: ours(step.text) }, { rows: 1, bytes: mostFactBytes, signal }, before);
    };
    const { masks = [], maskKey = "", changes = new DefinitionChanges(), schemas = [] } = settings;
    this.masks = masks.length === 0 ? undefined : new Masks(ask, masks, { key: maskKey, changes });
    this.schemas = schemas.length === 0 ? undefined : new ServedSchemas(ask, schemas);
    this.policy = new ReadPolicy(ask, settings.allowedFunctions, { masks: this.masks, schemas: this.schemas });
  }

  /** @param stopping aborted when nobody waits any more for connections that do not stand yet */
  static async open(target: ConnectionTarget, settings: DatabaseSettings, stopping?: AbortSignal): Promise<Database> {
    return new Database(await openPool(target, settings.poolSize, stopping), settings);
  }

  /** Runs a statement that is known to read only, in a transaction that can only read, in one round trip. */
  async read(
    main: BatchStep,
    { rows, bytes, signal, state }: ReadBounds,
    before: readonly BatchStep[] = [],
  ): Promise<BatchResult> {
    const around = this.#envelope("READ ONLY", state);
    const plan = { before: [...around.before, ...before], main, rows, bytes, mayBeStopped: true, after: around.after };
    const mayBeKept = this.#keepsPrepared && before.length === 0 && this.#hypotheticalReset === undefined;
    // Of what PostgreSQL brings along, what outlives a rollback is run only where somebody allowed it by its name.
    const kept = mayBeKept ? keptPlan(plan, state, this.#settings.allowedFunctions.size > 0) : undefined;
    try {
      return await this.#run(kept ?? plan, signal, around.after);
    } catch (error) {
      if (kept === undefined || !lostCodes.has((error as { code?: string }).code ?? "")) throw error;
      this.#keepsPrepared = false;
      return this.#run(plan, signal, around.after);
    }
  }

  /** Runs a statement that may change the database, in a transaction of its own, in one round trip. */
  async change(main: BatchStep, { rows, bytes, signal }: ReadBounds): Promise<BatchResult> {
    const { before, after } = this.#envelope("READ WRITE");
    const [, ...clearing] = after;
    const plan = { before, main, rows, bytes, mayBeStopped: false, after: [{ text: "COMMIT" }, ...clearing] };
    return this.#run(plan, signal, after);
  }

  /** Runs a statement that PostgreSQL wants outside of any transaction, on a connection that nobody uses afterwards. */
  async changeAlone(main: BatchStep, signal: Cancellation): Promise<BatchResult> {
    const client = await this.#connections.acquire(signal);
    const { statementTimeout, role } = this.#settings;
    const settings = `SELECT set_config('statement_timeout', $1, false), set_config('role', $2, false)`;
    const alone = { before: [], after: [], rows: 0, bytes: 0, mayBeStopped: false };
    try {
      const values = [String(statementTimeout), role ?? "none"];
      await runBatch(client, { ...alone, main: { text: settings, values } }, signal);
      return (await runBatch(client, { ...alone, main }, signal)).result;
    } finally {
      this.#connections.release(client, false);
    }
  }

  /** Several statements in one transaction, which is kept where `work` says so, and leaves no trace otherwise. */
  async transact<T>(
    mode: "READ ONLY" | "READ WRITE",
    signal: Cancellation,
    work: (transaction: Transaction) => Promise<{ readonly outcome: T; readonly isKept: boolean }>,
  ): Promise<T> {
    const { before, after } = this.#envelope(mode);
    const client = await this.#connections.acquire(signal);
    const transaction = new Transaction(client, signal);
    let isClean = false;
    try {
      const [begin = { text: "BEGIN" }, ...settings] = before;
      await transaction.ask(settings[0] ?? begin, undefined, [begin]);
      const { outcome, isKept } = await work(transaction);
      if (isKept) await transaction.ask({ text: "COMMIT" });
      return outcome;
    } finally {
      // A cancel request may still be on its way, and would hit whatever runs next.
      isClean = !transaction.isSpent && !signal.aborted && (await cleared(client, after));
      this.#connections.release(client, isClean);
    }
  }

  /** In which schema an extension's functions are; undefined where it is not installed. */
  async schemaOfExtension(name: string, signal: Cancellation): Promise<string | undefined> {
    const text = `SELECT n.nspname FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace WHERE x.extname = $1`;
    const { rows } = await this.read({ text, values: [name] }, { rows: 1, bytes: 1000, signal });
    const schema = rows[0]?.[0] ?? undefined;
    if (name === "hypopg" && schema !== undefined) {
      this.#hypotheticalReset = `${quoteIdentifier(schema)}.hypopg_reset()`;
      this.#forms.clear();
    }
    return schema;
  }

  /** A connection outside of the pool, on which everything only reads, with the limits of all. Whoever asks for it ends it. */
  async connectAlone(): Promise<DatabaseClient> {
    const { statementTimeout, role = "none" } = this.#settings;
    const settings = { statement_timeout: String(statementTimeout), role, default_transaction_read_only: "on" };
    const client = new DatabaseClient(this.#connections.options);
    try {
      await client.connect();
      for (const setting of Object.entries(settings))
        await client.query("SELECT pg_catalog.set_config($1, $2, false)", setting);
      return client;
    } catch (error) {
      client.destroy();
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.#connections.end();
  }

  #envelope(mode: "READ ONLY" | "READ WRITE", state?: CatalogState): Envelope {
    let form = this.#forms.get(mode);
    if (form === undefined) {
      const { statementTimeout, role } = this.#settings;
      form = new EnvelopeForm(mode, { statementTimeout, role, hypotheticalReset: this.#hypotheticalReset });
      this.#forms.set(mode, form);
    }
    return form.around(state);
  }

  async #run(plan: BatchPlan, signal: Cancellation, clearing: readonly BatchStep[]): Promise<BatchResult> {
    const client = await this.#connections.acquire(signal);
    let isClean = false;
    try {
      const { result, isSpent } = await runBatch(client, plan, signal);
      isClean = !isSpent;
      return result;
    } catch (error) {
      // An answer of the server's: it waits for the transaction to be ended.
      if (!signal.aborted && (error as { severity?: string }).severity === "ERROR")
        isClean = await cleared(client, clearing);
      throw error;
    } finally {
      this.#connections.release(client, isClean);
    }
  }
}
