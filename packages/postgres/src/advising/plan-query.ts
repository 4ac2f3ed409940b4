import type { Database } from "../database/database.ts";
import { admitExplainable } from "../explaining/admit-explainable.ts";
import { parameterCount } from "../explaining/parameter-count.ts";
import { planIn } from "../explaining/plan-in.ts";
import type { PlannedQuery } from "./planned-query.ts";
import { readScans } from "./read-scans.ts";

/** Has a statement planned, and reads what it asks of each relation. Throws for one that has no plan. */
export async function planQuery(
  database: Database,
  { sql, calls }: { readonly sql: string; readonly calls: number },
  signal: AbortSignal,
): Promise<PlannedQuery> {
  const statement = await admitExplainable(sql, database, signal);
  const parameters = parameterCount(statement);
  const options = ["VERBOSE", "FORMAT JSON"];
  const { Plan } = await database.transact("READ ONLY", signal, async (transaction) => ({
    outcome: await planIn(transaction, { sql: statement.text, parameters, options }),
    isKept: false,
  }));
  const scans = await readScans(Plan);
  // A view may read what is not served.
  const served = scans.filter(({ schema }) => database.schemas?.names.has(schema) ?? true);
  return { sql: statement.text, parameters, calls, cost: Plan["Total Cost"], scans: served };
}
