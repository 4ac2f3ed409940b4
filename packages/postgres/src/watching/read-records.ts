import type { BatchStep } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import { ours } from "../database/ours.ts";

const bounds = { rows: 10_000, bytes: 4 * 1024 * 1024 };

/** Nobody's function of the same name is called then, and names of relations are told with their schemas. */
const onlyCatalog: BatchStep = { text: "SET LOCAL search_path = pg_catalog" };

/** Compiling such a statement takes longer than running it. */
const withoutJit: BatchStep = { text: "SET LOCAL jit = off" };

/** The rows of a statement of our own that makes one JSON value a row. */
export async function readRecords<Row>(database: Database, step: BatchStep, signal: AbortSignal): Promise<Row[]> {
  const { rows } = await database.read({ ...step, text: ours(step.text) }, { ...bounds, signal }, [
    onlyCatalog,
    withoutJit,
  ]);
  return rows.map(([json]) => JSON.parse(json ?? "null") as Row);
}
