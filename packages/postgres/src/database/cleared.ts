import type { BatchStep } from "./batch.ts";
import type { DatabaseClient } from "./database-client.ts";
import { runBatch } from "./run-batch.ts";

/** Ends a failed transaction. Whether the connection is as it was. */
export async function cleared(client: DatabaseClient, clearing: readonly BatchStep[]): Promise<boolean> {
  try {
    const [main, ...after] = clearing;
    if (main === undefined) return false;
    await runBatch(
      client,
      { before: [], main, after, rows: 0, bytes: 0, mayBeStopped: false },
      AbortSignal.timeout(1000),
    );
    return client.getTransactionStatus() === "I";
  } catch {
    return false;
  }
}
