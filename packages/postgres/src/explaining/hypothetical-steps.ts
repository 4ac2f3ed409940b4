import { ConnectorError } from "@drawbridge/core";
import type { BatchStep } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import { quoteIdentifier } from "../database/quote-identifier.ts";
import { parseStatement } from "../policy/parse-statement.ts";

/** An index that is not there, to see whether it would be used. */
export interface HypotheticalIndex {
  readonly table: string;
  readonly columns: readonly string[];
  readonly method?: string | undefined;
}

const name = /^[\p{L}_][\p{L}\p{N}_$]*$/u;

/**
 * The statements that make hypothetical indexes for the one that follows, by the extension hypopg; they are gone with the
 * transaction's end. Throws `refused` where hypopg is not installed, and for a table that is not served.
 */
export async function hypotheticalSteps(
  database: Database,
  indexes: readonly HypotheticalIndex[],
  signal: AbortSignal,
): Promise<BatchStep[]> {
  const schema = await database.schemaOfExtension("hypopg", signal);
  if (schema === undefined) {
    throw new ConnectorError(
      "refused",
      "Hypothetical indexes need the extension hypopg, which this database does not have. A person can install it: CREATE EXTENSION hypopg.",
    );
  }
  const definitions = indexes.map(definition);
  for (const one of definitions) await database.policy.admitPlanned(await parseStatement(one), signal);
  return definitions.map((one) => ({
    text: `SELECT * FROM ${quoteIdentifier(schema)}.hypopg_create_index($1)`,
    values: [one],
  }));
}

function definition({ table, columns, method = "btree" }: HypotheticalIndex): string {
  if (!name.test(method))
    throw new ConnectorError("invalid_input", "method is an access method: btree, gin, gist, brin, hash.");
  const on = table.split(".").map(quoteIdentifier).join(".");
  return `CREATE INDEX ON ${on} USING ${method} (${columns.map(quoteIdentifier).join(", ")})`;
}
