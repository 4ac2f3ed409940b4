import type { Database } from "../database/database.ts";
import { statementError } from "../database/statement-error.ts";
import { toldError } from "./told-error.ts";

/** Asks the catalog by statements of our own: what the server says of them is told as of any other, as far as it may be. */
export async function inWords<T>(database: Database, signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    signal.throwIfAborted();
    // The place in a statement that nobody wrote says nothing.
    throw statementError(await toldError(error, database, signal), "");
  }
}
