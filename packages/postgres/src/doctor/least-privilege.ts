import type { Access } from "@drawbridge/core";
import { quoteIdentifier } from "../database/quote-identifier.ts";

/**
 * The SQL that makes a role with no more rights than a kind of access takes, on one line. To see what others run, for pg_activity
 * and pg_top_queries, is among them.
 *
 * @param schemas those that are to be served; `public` where none are known
 */
export function leastPrivilege(database: string, schemas: readonly string[], access: Access): string {
  const role = access === "read" ? "ai_reader" : "ai_writer";
  const rights = access === "read" ? "SELECT" : "SELECT, INSERT, UPDATE, DELETE";
  const served = (schemas.length === 0 ? ["public"] : schemas).map(quoteIdentifier).join(", ");
  return [
    `CREATE ROLE ${role} LOGIN PASSWORD '…' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS CONNECTION LIMIT 20;`,
    `GRANT CONNECT ON DATABASE ${quoteIdentifier(database)} TO ${role};`,
    `GRANT USAGE ON SCHEMA ${served} TO ${role};`,
    `GRANT ${rights} ON ALL TABLES IN SCHEMA ${served} TO ${role};`,
    ...(access === "read" ? [`ALTER ROLE ${role} SET default_transaction_read_only = on;`] : []),
    `GRANT pg_read_all_stats TO ${role};`,
  ].join(" ");
}
