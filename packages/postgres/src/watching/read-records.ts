import type { BatchStep } from "../database/batch.ts";
import type { Database } from "../database/database.ts";

const bounds = { rows: 10_000, bytes: 4 * 1024 * 1024 };

/** The rows of a statement of our own that makes one JSON object a row. */
export async function readRecords<Row>(database: Database, step: BatchStep, signal: AbortSignal): Promise<Row[]> {
  const { rows } = await database.read(step, { ...bounds, signal });
  return rows.map(([json]) => JSON.parse(json ?? "null") as Row);
}
