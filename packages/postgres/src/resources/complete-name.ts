import type { CallContext } from "@drawbridge/core";
import type { Databases } from "../database/databases.ts";
import { ours } from "../database/ours.ts";
import { servedNames } from "../schemas/served-names.ts";

/** The protocol shows a hundred suggestions; one more tells that there are others. */
const most = 101;

const schemas = `
SELECT n.nspname FROM pg_catalog.pg_namespace n
WHERE pg_catalog.starts_with(n.nspname, $1) AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
  AND n.nspname !~ '^pg_(toast|temp)' AND ($2::text[] IS NULL OR n.nspname = ANY ($2))
ORDER BY n.nspname ~ '^pg_' OR n.nspname = 'information_schema', 1 LIMIT ${most}`;

const relations = `
SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND pg_catalog.starts_with(c.relname, $1) AND ($2::text IS NULL AND n.nspname !~ '^pg_' OR n.nspname = $2)
  AND ($3::text[] IS NULL OR n.nspname = ANY ($3))
GROUP BY 1 ORDER BY 1 LIMIT ${most}`;

/** Names of databases, of schemas in the chosen one, of relations in the chosen schema, that begin as was typed. */
export async function completeName(
  variable: "database" | "schema" | "relation",
  typed: string,
  { client, signal }: CallContext<Databases>,
  chosen: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  if (variable === "database") return client.names.filter((name) => name.startsWith(typed));
  const { database, schema } = chosen;
  // No name in PostgreSQL has a NUL, and none can be asked for.
  const isNone = [typed, schema].some((text) => text?.includes("\0"));
  if (isNone || (database !== undefined && !client.names.includes(database))) return [];
  const asked = client.named(database);
  const served = servedNames(asked);
  const step =
    variable === "schema"
      ? { text: schemas, values: [typed, served] }
      : { text: relations, values: [typed, schema ?? null, served] };
  const { rows } = await asked.read({ ...step, text: ours(step.text) }, { rows: most, bytes: 1 << 20, signal });
  return rows.map(([name]) => name ?? "");
}
