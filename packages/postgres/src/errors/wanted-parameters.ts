import { withPrepared } from "../database/with-prepared.ts";
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
  const text = `SELECT t::text FROM pg_catalog.pg_prepared_statements s, pg_catalog.unnest(s.parameter_types) WITH ORDINALITY AS u(t, n) WHERE s.name = $1 ORDER BY n`;
  const bounds = { rows: 1000, bytes: 100_000 };
  return withPrepared(database, sql, signal, async (transaction, name) => {
    const { rows } = await transaction.ask({ text, values: [name] }, bounds);
    return rows.map(([type]) => type ?? "");
  });
}
