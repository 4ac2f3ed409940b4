import { quoteIdentifier } from "../database/quote-identifier.ts";
import type { IndexCandidate } from "./index-candidate.ts";

/** The statement that makes an index, which PostgreSQL gives a name; `CONCURRENTLY` for a person, who works meanwhile. */
export function createIndex({ schema, table, method, keys }: IndexCandidate, how = ""): string {
  const using = method === "btree" ? "" : `USING ${method} `;
  return `CREATE INDEX ${how}ON ${quoteIdentifier(schema)}.${quoteIdentifier(table)} ${using}(${keys.join(", ")})`;
}
