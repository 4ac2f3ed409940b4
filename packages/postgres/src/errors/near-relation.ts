import { nearest } from "@drawbridge/core";
import { nearestRelation } from "../browsing/nearest-relation.ts";
import { namesUsed } from "../policy/names-used.ts";
import { parseStatement } from "../policy/parse-statement.ts";
import type { Failing } from "./failing.ts";

/** The relation that is meant; or, where a column's name begins with what FROM does not name, what it names. */
export async function nearRelation({ sql, named, database, signal }: Failing): Promise<string> {
  const { relations, qualifiers } = namesUsed(await parseStatement(sql), undefined);
  const [name = "", schema] = named.toReversed();
  if (relations.some((one) => one.name === name && one.schema === schema)) {
    const meant = await nearestRelation(database, named.join("."), signal);
    return meant === undefined ? "pg_search_objects finds what there is." : `Did you mean ${meant}?`;
  }
  const names = [...qualifiers.keys()];
  const meant = nearest(named[0] ?? "", names);
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return names.length === 0 ? "" : `Before a column's point may stand: ${names.join(", ")}.`;
}
