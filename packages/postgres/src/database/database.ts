import type pg from "pg";
import { ReadPolicy } from "../policy/read-policy.ts";
import type { BatchPlan, BatchResult, BatchStep } from "./batch.ts";
import type { ConnectionTarget } from "./connection-target.ts";
import type { DatabaseClient } from "./database-client.ts";
import { openPool } from "./open-pool.ts";
import { readEnvelope } from "./read-envelope.ts";
import { runBatch } from "./run-batch.ts";

/** How statements are run in a database. */
export interface DatabaseSettings {
  readonly poolSize: number;
  /** Milliseconds. */
  readonly statementTimeout: number;
  readonly role: string | undefined;
  /** The most rows of one answer. */
  readonly maxRows: number;
  /** `schema.name` of volatile functions that the person vouches for. */
  readonly allowedFunctions: ReadonlySet<string>;
}

/** More than what the catalog says of any statement. */
const mostFactBytes = 16 * 1024 * 1024;

/** PostgreSQL takes the question of the policy for a costly one, and would compile it for seconds to answer in milliseconds. */
const withoutCompiling: readonly BatchStep[] = [{ text: "SET LOCAL jit = off" }];

/** How many rows and bytes of an answer are wanted. */
export interface ReadBounds {
  readonly rows: number;
  readonly bytes: number;
  readonly signal: AbortSignal;
}

/** One database: its pool, and the ways in which statements are run in it. */
export class Database {
  /** What decides which statements only read. */
  readonly policy: ReadPolicy;
  /** The most rows of one answer. */
  readonly maxRows: number;
  readonly #pool: pg.Pool;
  readonly #settings: DatabaseSettings;
  /** The function that takes hypothetical indexes back, found out when the database was opened. */
  hypotheticalReset: string | undefined;

  constructor(pool: pg.Pool, settings: DatabaseSettings) {
    this.#pool = pool;
    this.#settings = settings;
    this.maxRows = settings.maxRows;
    this.policy = new ReadPolicy(
      (step, signal) => this.read(step, { rows: 1, bytes: mostFactBytes, signal }, withoutCompiling),
      settings.allowedFunctions,
    );
  }

  static async open(target: ConnectionTarget, settings: DatabaseSettings): Promise<Database> {
    return new Database(await openPool(target, settings.poolSize), settings);
  }

  /** Runs a statement that is known to read only, in a transaction that can only read, in one round trip. */
  async read(
    main: BatchStep,
    { rows, bytes, signal }: ReadBounds,
    before: readonly BatchStep[] = [],
  ): Promise<BatchResult> {
    const { statementTimeout, role } = this.#settings;
    const envelope = readEnvelope({ statementTimeout, role, hypotheticalReset: this.hypotheticalReset });
    const plan = { before: [...envelope.before, ...before], main, rows, bytes, after: envelope.after };
    return this.#run(plan, signal, envelope.after);
  }

  async end(): Promise<void> {
    await this.#pool.end();
  }

  async #run(plan: BatchPlan, signal: AbortSignal, clearing: readonly BatchStep[]): Promise<BatchResult> {
    const client = await this.#acquire(signal);
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
      client.release(!isClean);
    }
  }

  /** A connection of the pool; one that comes after the signal was aborted goes back at once. */
  async #acquire(signal: AbortSignal): Promise<DatabaseClient & pg.PoolClient> {
    signal.throwIfAborted();
    const connecting = this.#pool.connect() as Promise<DatabaseClient & pg.PoolClient>;
    let onAbort = () => {};
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => reject(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true });
    });
    try {
      return await Promise.race([connecting, aborted]);
    } catch (error) {
      connecting.then((client) => client.release()).catch(() => undefined);
      throw error;
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }
}

/** Ends a failed transaction. Whether the connection is as it was. */
async function cleared(client: DatabaseClient, clearing: readonly BatchStep[]): Promise<boolean> {
  try {
    const [main, ...after] = clearing;
    if (main === undefined) return false;
    await runBatch(client, { before: [], main, after, rows: 0, bytes: 0 }, AbortSignal.timeout(1000));
    return client.getTransactionStatus() === "I";
  } catch {
    return false;
  }
}
