import { randomBytes } from "node:crypto";
import type { Failing } from "./failing.ts";

/** Names the param that was not understood, and tells which types the statement wants. */
export async function wantedParameters({ error, sql, given, database, signal }: Failing): Promise<string> {
  const wanted = await wantedTypes(sql, database, signal);
  const list = wanted.map((type, index) => `$${index + 1} ${type}`).join(", ");
  const [, which] = / parameter \$(\d+)/.exec(error.where ?? "") ?? [];
  if (which !== undefined) {
    const type = wanted[Number(which) - 1];
    return `The value is that of $${which} in params${type === undefined ? "" : `, where ${type} is wanted`}.`;
  }
  if (wanted.length === given) return "";
  return `params holds ${given}, and the statement wants ${wanted.length === 0 ? "none" : list}.`;
}

/** The server tells the types of a statement that it has prepared. */
async function wantedTypes(sql: string, database: Failing["database"], signal: AbortSignal): Promise<string[]> {
  // Its name is not to be met again should the connection keep it.
  const name = `drawbridge_${randomBytes(6).toString("hex")}`;
  const text = `SELECT t::text FROM pg_catalog.pg_prepared_statements s, pg_catalog.unnest(s.parameter_types) WITH ORDINALITY AS u(t, n) WHERE s.name = $1 ORDER BY n`;
  const bounds = { rows: 1000, bytes: 100_000 };
  return database.transact("READ ONLY", signal, async (transaction) => {
    const before = [{ text: `PREPARE ${name} AS ${sql}` }];
    const { rows } = await transaction.ask({ text, values: [name] }, bounds, before);
    await transaction.ask({ text: `DEALLOCATE ${name}` });
    return { outcome: rows.map(([type]) => type ?? ""), isKept: false };
  });
}
