import { setTimeout as passed } from "node:timers/promises";
import type { Cancellation } from "@drawbridge/core";
import { Batch, type BatchPlan, type BatchResult } from "./batch.ts";
import type { DatabaseClient } from "./database-client.ts";
import { sendCancel } from "./send-cancel.ts";

/** Milliseconds in which a statement must have ended once it was cancelled; then its connection is cut. */
const longestEnd = 1000;

/** Milliseconds after which the server is asked again: it forgets a request that reaches it between two messages of a batch. */
const askAgainAfter = 100;

/** What became of a batch, and of its connection. */
export interface BatchOutcome {
  readonly result: BatchResult;
  /** A cancel request may still be on its way, and would hit whatever runs next: the connection is not to be used again. */
  readonly isSpent: boolean;
}

/**
 * Runs a batch. When the signal is aborted, or enough bytes have come, the server is asked to cancel what runs; rows that
 * came before they were enough are the result then.
 *
 * @throws what the server answered; the signal's reason when it was aborted
 */
export async function runBatch(client: DatabaseClient, plan: BatchPlan, signal: Cancellation): Promise<BatchOutcome> {
  let isSpent = false;
  let isEnded = false;
  let cut: NodeJS.Timeout | undefined;
  const cancel = () => {
    if (isSpent) return;
    isSpent = true;
    cut = setTimeout(() => client.destroy(), longestEnd);
    void cancelUntil(client, () => isEnded);
  };
  const batch = new Batch(plan, client.kept, cancel);
  signal.addEventListener("abort", cancel, { once: true });
  try {
    signal.throwIfAborted();
    client.query(batch);
    return { result: await batch.done, isSpent };
  } catch (error) {
    signal.throwIfAborted();
    if (!batch.soFar.isFull) throw error;
    return { result: batch.soFar, isSpent };
  } finally {
    isEnded = true;
    clearTimeout(cut);
    signal.removeEventListener("abort", cancel);
  }
}

/** Nothing else runs on the connection afterwards, so that it does not matter which step a request hits. */
async function cancelUntil(client: DatabaseClient, isEnded: () => boolean): Promise<void> {
  while (!isEnded()) {
    await sendCancel(client);
    await passed(askAgainAfter);
  }
}
