import { randomBytes } from "node:crypto";
import { parseStatement } from "../policy/parse-statement.ts";
import type { Database } from "./database.ts";
import type { Transaction } from "./transaction.ts";

/**
 * Has PostgreSQL read a statement without running it, and asks what it then knows of it.
 *
 * @param ask is handed the name under which it is prepared
 */
export async function withPrepared<T>(
  database: Database,
  sql: string,
  signal: AbortSignal,
  ask: (transaction: Transaction, name: string) => Promise<T>,
): Promise<T> {
  const { text } = await parseStatement(sql);
  // Its name is not to be met again should the connection keep it.
  const name = `drawbridge_${randomBytes(6).toString("hex")}`;
  return database.transact("READ ONLY", signal, async (transaction) => {
    await transaction.ask({ text: `PREPARE ${name} AS ${text}` });
    const outcome = await ask(transaction, name);
    await transaction.ask({ text: `DEALLOCATE ${name}` });
    return { outcome, isKept: false };
  });
}
