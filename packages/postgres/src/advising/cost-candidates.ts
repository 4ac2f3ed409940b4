import type { Database } from "../database/database.ts";
import { quoteIdentifier } from "../database/quote-identifier.ts";
import { planIn } from "../explaining/plan-in.ts";
import type { PlanNode } from "../explaining/plan-node.ts";
import type { CostedCandidate } from "./costed-candidate.ts";
import { createIndex } from "./create-index.ts";
import type { IndexCandidate } from "./index-candidate.ts";
import type { PlannedQuery } from "./planned-query.ts";

/** Candidates that are tried for one statement. */
const mostTried = 24;

/**
 * Has a statement planned with each candidate alone, as if it were there. Left out are those that PostgreSQL would not use, or that
 * hypopg cannot make.
 *
 * @param schema where hypopg's functions are
 */
export async function costCandidates(
  database: Database,
  { sql, parameters }: PlannedQuery,
  candidates: readonly IndexCandidate[],
  { schema, signal }: { readonly schema: string; readonly signal: AbortSignal },
): Promise<CostedCandidate[]> {
  const from = quoteIdentifier(schema);
  return database.transact("READ ONLY", signal, async (transaction) => {
    const costed: CostedCandidate[] = [];
    for (const candidate of candidates.slice(0, mostTried)) {
      try {
        const { rows } = await transaction.ask(
          {
            text: `SELECT h.indexrelid, h.indexname, ${from}.hypopg_relation_size(h.indexrelid) FROM ${from}.hypopg_create_index($1) h`,
            values: [createIndex(candidate)],
          },
          undefined,
          [{ text: "SAVEPOINT drawbridge_candidate" }],
        );
        const [, name, bytes] = rows[0] ?? [];
        const { Plan } = await planIn(transaction, { sql, parameters, options: ["FORMAT JSON"] });
        if (uses(Plan, name ?? "")) costed.push({ candidate, cost: Plan["Total Cost"], bytes: Number(bytes) });
      } catch (error) {
        if ((error as { severity?: string }).severity !== "ERROR") throw error;
        await transaction.ask({ text: "ROLLBACK TO SAVEPOINT drawbridge_candidate" });
      }
      await transaction.ask({ text: `SELECT ${from}.hypopg_reset()` });
    }
    return { outcome: costed, isKept: false };
  });
}

function uses(node: PlanNode, index: string): boolean {
  return node["Index Name"] === index || (node.Plans ?? []).some((child) => uses(child, index));
}
