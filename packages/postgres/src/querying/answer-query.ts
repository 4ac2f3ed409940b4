import type { Content, ToolContext } from "@drawbridge/core";
import { nearestRelation } from "../browsing/nearest-relation.ts";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { statementError } from "../database/statement-error.ts";
import { csvFormat } from "../formats/csv-format.ts";
import { jsonFormat } from "../formats/json-format.ts";
import type { RowFormat } from "../formats/row-format.ts";
import { tableFormat } from "../formats/table-format.ts";
import { shownResult } from "../masking/shown-result.ts";
import { withoutValues } from "../masking/without-values.ts";
import { type Parameter, parameterTexts } from "../values/parameter-text.ts";
import { fillRows } from "./fill-rows.ts";
import { fromRow } from "./from-row.ts";

/** What `pg_query` is asked. */
export interface QueryInput {
  readonly sql: string;
  readonly params?: readonly Parameter[] | undefined;
  readonly limit: number;
  readonly format: "table" | "json" | "csv";
  readonly database?: string | undefined;
}

const formats: Readonly<Record<QueryInput["format"], RowFormat>> = {
  table: tableFormat,
  json: jsonFormat,
  csv: csvFormat,
};

/** Runs a statement that only reads, and writes as many of its rows as fit. */
export async function answerQuery(
  input: QueryInput,
  { client, signal, page }: ToolContext<Databases>,
): Promise<Content> {
  const { sql, params = [] } = input;
  const database = client.named(input.database);
  const limit = Math.min(input.limit, database.maxRows);
  const values = parameterTexts(params);
  const statement = await database.policy.admit(sql, signal);
  const skipped = (page.place as number | undefined) ?? 0;
  try {
    const bounds = { rows: limit + 1, bytes: page.bytesLeft, signal };
    const result = await database.read(...fromRow({ sql, values, statement, skipped }, bounds));
    const shown = await shownResult(result, statement, database, signal);
    return fillRows(shown, { page, limit, skipped, format: formats[input.format], statement });
  } catch (error) {
    const told = statement.traced?.rows === undefined ? error : withoutValues(error);
    throw statementError(told, sql, await meantRelation(error, database, signal));
  }
}

/** SQLSTATE of a relation that does not exist. */
const undefinedTable = "42P01";

async function meantRelation(error: unknown, database: Database, signal: AbortSignal): Promise<string> {
  const { code, message = "" } = error as { code?: string; message?: string };
  const name = /^relation "(.+)" does not exist/.exec(message)?.[1];
  if (code !== undefinedTable || name === undefined) return "";
  const meant = await nearestRelation(database, name, signal).catch(() => undefined);
  return meant === undefined ? "pg_search_objects finds what there is." : `Did you mean ${meant}?`;
}
