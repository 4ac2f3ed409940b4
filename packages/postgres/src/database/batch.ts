import type pg from "pg";
import type { KeptStatements } from "./kept-statements.ts";
import { unnamed } from "./place.ts";

/** One statement of a batch, with its values as PostgreSQL's text. */
export interface BatchStep {
  readonly text: string;
  readonly values?: readonly (string | null)[];
  /**
   * With what, besides its text, the connection may keep it prepared, in a batch of which that is allowed: at another of these it is
   * another statement.
   */
  readonly keptFor?: string | undefined;
}

/** What a batch is made of. */
export interface BatchPlan {
  readonly before: readonly BatchStep[];
  /** The statement whose rows are wanted. */
  readonly main: BatchStep;
  /** The most rows of `main` that the server sends. */
  readonly rows: number;
  /** Rows beyond this many bytes are dropped as they arrive. */
  readonly bytes: number;
  /** Whether it may be stopped when far more comes than is wanted: not what changes something. */
  readonly mayBeStopped: boolean;
  /** That no code of anybody's but PostgreSQL's own runs in it, as is known for certain; else nothing stays prepared. */
  readonly isBuiltIn?: boolean;
  readonly after: readonly BatchStep[];
}

/** What came of the main statement. */
export interface BatchResult {
  readonly fields: readonly pg.FieldDef[];
  /** Each value as PostgreSQL's own text. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** The server had more rows than it was asked for. */
  readonly isSuspended: boolean;
  /** Rows were dropped, for they were more bytes than were wanted. */
  readonly isFull: boolean;
  /** `SELECT 3`, `UPDATE 1`; empty where the statement was stopped before its end. */
  readonly command: string;
}

/** The messages of the extended protocol, as `pg` sends them. */
interface Sending {
  /** Returns what was sent. */
  sendTogether(send: () => void): Buffer;
  _send(bytes: Buffer): boolean;
  parse(message: { name: string; text: string; types: readonly number[] }): void;
  bind(message: { portal: string; statement: string; values: readonly (string | null)[] }): void;
  describe(message: { type: "P"; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  close(message: { type: "S"; name: string }): void;
  sync(): void;
}

const all = 0;

/** Bytes that are dropped before the server is asked to stop: to let it end is quicker than a new connection. */
const mostDropped = 4 * 1024 * 1024;

/**
 * Several statements in one round trip: each parsed, bound and executed on its own, with a single Sync after the last. The
 * server skips what follows the first that fails, up to the Sync (PostgreSQL manual, 54.2.3 and 54.2.4). Given to
 * `client.query`; then `done` settles.
 */
export class Batch implements pg.Submittable {
  readonly done: Promise<BatchResult>;
  readonly #plan: BatchPlan;
  readonly #kept: KeptStatements;
  readonly #onFlood: () => void;
  readonly #rows: (string | null)[][] = [];
  #fields: readonly pg.FieldDef[] = [];
  /** Steps that the server has answered. */
  #completed = 0;
  #bytes = 0;
  #isSuspended = false;
  #isAllPrepared = true;
  #isFull = false;
  #command = "";
  #resolve!: (result: BatchResult) => void;
  #reject!: (error: unknown) => void;

  /**
   * @param kept those of its connection
   * @param onFlood called when far more comes than is wanted
   */
  constructor(plan: BatchPlan, kept: KeptStatements, onFlood: () => void) {
    this.#plan = plan;
    this.#kept = kept;
    this.#onFlood = onFlood;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever waits sees it; a batch that nobody waits for any more must not end the process.
    this.done.catch(() => undefined);
  }

  /** Called by `pg` when it is this one's turn. */
  submit(connection: pg.Connection): void {
    const sending = connection as unknown as Sending;
    const { before, main, rows, after, isBuiltIn = false } = this.#plan;
    if (!isBuiltIn) this.#kept.forget();
    const again = isBuiltIn ? this.#kept.sent.bytesOf(this.#plan) : undefined;
    if (again !== undefined) {
      sending._send(again);
      return;
    }
    const leaving = this.#kept.leaving();
    const bytes = sending.sendTogether(() => {
      for (const name of leaving) sending.close({ type: "S", name });
      for (const step of before) this.#send(sending, step);
      this.#send(sending, main, rows);
      for (const step of after) this.#send(sending, step);
      sending.sync();
    });
    if (this.#isAllPrepared && leaving.length === 0) this.#kept.sent.remember(this.#plan, bytes);
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    if (this.#isMain()) this.#fields = fields;
  }

  handleDataRow({ length, fields }: { readonly length: number; readonly fields: (string | null)[] }): void {
    if (!this.#isMain()) return;
    this.#bytes += length;
    // The first row is kept however long it is: there would be nothing to show otherwise.
    this.#isFull = this.#rows.length > 0 && this.#bytes > this.#plan.bytes;
    if (!this.#isFull) this.#rows.push(fields);
    else if (this.#plan.mayBeStopped && this.#bytes > this.#plan.bytes + mostDropped) this.#onFlood();
  }

  handlePortalSuspended(): void {
    this.#isSuspended = this.#isMain();
    this.#completed += 1;
  }

  handleEmptyQuery(): void {
    this.#completed += 1;
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    if (this.#isMain()) this.#command = text;
    this.#completed += 1;
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#result());
  }

  /** Told of the server's error, after which it is not told of the end; and of a connection that is gone. */
  handleError(error: unknown): void {
    // Which of them the server has prepared by now is not known.
    this.#kept.forget();
    const { before, main, after } = this.#plan;
    const step = [...before, main, ...after][this.#completed];
    this.#reject(Object.assign(error as Error, { statement: step?.text }));
  }

  handleCopyInResponse(connection: { sendCopyFail(reason: string): void }): void {
    connection.sendCopyFail("Nothing is copied in");
  }

  handleCopyData(): void {}

  /** What had come when the statement was stopped. */
  get soFar(): BatchResult {
    return this.#result();
  }

  /** @param rows the most that are sent, of the statement whose rows are wanted: only these are described */
  #send(sending: Sending, step: BatchStep, rows?: number): void {
    const { text, values = [] } = step;
    const { name, isPrepared } = this.#plan.isBuiltIn ? this.#kept.place(step) : unnamed;
    if (!isPrepared) {
      this.#isAllPrepared = false;
      sending.parse({ name, text, types: [] });
    }
    sending.bind({ portal: "", statement: name, values });
    if (rows !== undefined) sending.describe({ type: "P", name: "" });
    sending.execute({ portal: "", rows: rows ?? all });
  }

  #isMain(): boolean {
    return this.#completed === this.#plan.before.length;
  }

  #result(): BatchResult {
    return {
      fields: this.#fields,
      rows: this.#rows,
      isSuspended: this.#isSuspended,
      isFull: this.#isFull,
      command: this.#command,
    };
  }
}
