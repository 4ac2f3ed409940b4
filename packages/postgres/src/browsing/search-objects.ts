import type { ToolContext } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { ours } from "../database/ours.ts";
import { inWords } from "../errors/in-words.ts";
import { onlyServed } from "../schemas/only-served.ts";
import { servedNames } from "../schemas/served-names.ts";
import { textArray } from "../values/text-array.ts";
import { objectKinds } from "./object-kinds.ts";
import { searchQuery } from "./search-query.ts";

type Kind = (typeof objectKinds)[number];

/** What `pg_search_objects` is asked. */
export interface SearchInput {
  readonly pattern?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly schema?: string | undefined;
  readonly detail: "names" | "summary" | "full";
  readonly limit: number;
  readonly database?: string | undefined;
}

/** An object that was found. */
export interface FoundObject {
  readonly kind: Kind;
  readonly schema: string;
  readonly name: string;
  readonly table?: string;
  readonly summary?: string;
  readonly comment?: string;
  readonly definition?: string;
}

/** Finds objects by name, as many as fit the page. */
export async function searchObjects(
  { pattern, kind, schema, detail, limit, database }: SearchInput,
  { client, signal, page }: ToolContext<Databases>,
): Promise<{ objects: FoundObject[] }> {
  const kinds = kind !== undefined ? [kind] : pattern === undefined ? ["table", "view"] : objectKinds;
  const offset = (page.place as number | undefined) ?? 0;
  const served = client.named(database);
  if (schema !== undefined) served.schemas?.assertServed(schema);
  const schemas = schema === undefined ? servedNames(served) : textArray([schema]);
  const values = [pattern ?? null, textArray(kinds), schemas, detail, String(limit + 1), String(offset)];
  const bounds = { rows: limit + 1, bytes: page.bytesLeft * 2, signal };
  const { rows } = await inWords(served, signal, () =>
    served.read({ text: ours(searchQuery), values }, bounds, onlyServed(served)),
  );
  const objects: FoundObject[] = [];
  for (const row of rows.slice(0, limit)) {
    const found = await shownObject(toObject(row), served, signal);
    if (!page.take(found)) break;
    objects.push(found);
  }
  if (objects.length < rows.length) page.stopAt(offset + objects.length);
  return { objects };
}

/** A definition may name what is in other schemas. */
async function shownObject(found: FoundObject, { schemas }: Database, signal: AbortSignal): Promise<FoundObject> {
  if (schemas === undefined || !(await schemas.namesOthers(`${found.summary} ${found.definition}`, signal)))
    return found;
  const { summary, definition, ...rest } = found;
  return rest;
}

function toObject([kind, schema, name, table, summary, comment, definition]: readonly (string | null)[]): FoundObject {
  const told = { kind: kind as Kind, schema: schema ?? "", name: name ?? "" };
  const more = { table, summary, comment, definition };
  return { ...told, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== null)) };
}
