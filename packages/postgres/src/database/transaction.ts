import type { Cancellation } from "@drawbridge/core";
import type { BatchResult, BatchStep } from "./batch.ts";
import type { DatabaseClient } from "./database-client.ts";
import { runBatch } from "./run-batch.ts";

/** How much of one statement's answer is wanted. */
export interface AskBounds {
  readonly rows: number;
  readonly bytes: number;
}

const few: AskBounds = { rows: 100, bytes: 1024 * 1024 };

/** A transaction that stands open on a connection of its own, for work that takes several statements. */
export class Transaction {
  /** A cancel request was sent: the connection is not to be used again. */
  isSpent = false;
  readonly #client: DatabaseClient;
  readonly #signal: Cancellation;

  constructor(client: DatabaseClient, signal: Cancellation) {
    this.#client = client;
    this.#signal = signal;
  }

  /** Runs one more statement in it, after others of which only the errors count: all in one round trip. */
  async ask(main: BatchStep, bounds = few, before: readonly BatchStep[] = []): Promise<BatchResult> {
    const { result, isSpent } = await runBatch(
      this.#client,
      { before, main, ...bounds, mayBeStopped: false, after: [] },
      this.#signal,
    );
    this.isSpent ||= isSpent;
    return result;
  }
}
