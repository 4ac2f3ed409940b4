import type { CallContext, ResourceEntry } from "@drawbridge/core";
import type { Databases } from "../database/databases.ts";
import { ours } from "../database/ours.ts";
import { servedNames } from "../schemas/served-names.ts";
import { addressOf } from "./address-of.ts";

/** Who browses sees the largest of each database; the rest is found by completion, and with pg_search_objects. */
const most = 200;

const query = `
SELECT n.nspname, c.relname, CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' ELSE 'table' END,
  pg_catalog.obj_description(c.oid, 'pg_class')
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND ($1::text[] IS NULL OR n.nspname = ANY ($1))
ORDER BY c.reltuples DESC, 1, 2 LIMIT ${most}`;

/** Relations worth showing, of every database that is served. */
export async function listedRelations({ client, signal }: CallContext<Databases>): Promise<ResourceEntry[]> {
  const listed = client.names.map(async (database) => {
    const asked = client.named(database);
    const step = { text: ours(query), values: [servedNames(asked)] };
    const { rows } = await asked.read(step, { rows: most, bytes: 1 << 20, signal });
    return rows.map(([schema, name, kind, comment]): ResourceEntry => {
      const description = comment ? `${kind}: ${comment}` : (kind ?? "");
      return { uri: addressOf(database, schema ?? "", name ?? ""), name: `${schema}.${name}`, description };
    });
  });
  return (await Promise.all(listed)).flat();
}
