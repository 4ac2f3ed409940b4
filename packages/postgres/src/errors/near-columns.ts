import { nearest } from "@drawbridge/core";
import { quoteIdentifier } from "../database/quote-identifier.ts";
import { namesUsed } from "../policy/names-used.ts";
import { parseStatement } from "../policy/parse-statement.ts";
import type { WrittenName } from "../policy/written-call.ts";
import { textArray } from "../values/text-array.ts";
import type { Failing } from "./failing.ts";

const mostColumns = 2000;
/** More names than this are not listed. */
const mostListed = 40;

const query = `
SELECT n.name, a.attname FROM pg_catalog.unnest($1::text[]) AS n(name)
JOIN pg_catalog.pg_attribute a ON a.attrelid = pg_catalog.to_regclass(n.name) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY n.name, a.attnum LIMIT ${mostColumns}`;

/** The column that is meant, of those that the statement's relations have; else which they have. */
export async function nearColumns({ sql, named, database, signal }: Failing): Promise<string> {
  const [name = "", qualifier] = named.toReversed();
  const used = namesUsed(await parseStatement(sql), undefined);
  const relations = (qualifier === undefined ? undefined : used.qualifiers.get(qualifier)) ?? used.relations;
  const names = textArray([...new Set(relations.map(asWritten))]);
  const { rows } = await database.read({ text: query, values: [names] }, { rows: mostColumns, bytes: 500_000, signal });
  const columns = rows.map(([relation = "", column = ""]) => ({ relation, column: column ?? "" }));
  // Columns of subqueries and common tables are called as the statement says, which says the mistaken name as well.
  const candidates = [...columns.map(({ column }) => column), ...used.given].filter((one) => one !== name);
  const meant = nearest(name, candidates);
  if (meant !== undefined) return `Did you mean ${written(meant)}?`;
  return columns.length === 0 || columns.length > mostListed ? "pg_describe tells the columns." : listed(columns);
}

function listed(columns: readonly { readonly relation: string | null; readonly column: string }[]): string {
  const relations = [...new Set(columns.map(({ relation }) => relation))];
  return relations
    .map((relation) => {
      const names = columns.filter((one) => one.relation === relation).map(({ column }) => written(column));
      return `${relation} has the columns ${names.join(", ")}.`;
    })
    .join(" ");
}

function asWritten({ schema, name }: WrittenName): string {
  return [schema, name].flatMap((one) => (one === undefined ? [] : [written(one)])).join(".");
}

/** Quoted where it has to be. */
function written(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : quoteIdentifier(name);
}
