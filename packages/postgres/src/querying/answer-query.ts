import type { Content, ToolContext } from "@drawbridge/core";
import type { Databases } from "../database/databases.ts";
import { statementFailure } from "../errors/statement-failure.ts";
import { csvFormat } from "../formats/csv-format.ts";
import { jsonFormat } from "../formats/json-format.ts";
import type { RowFormat } from "../formats/row-format.ts";
import { tableFormat } from "../formats/table-format.ts";
import { shownResult } from "../masking/shown-result.ts";
import type { ParsedStatement } from "../policy/parse-statement.ts";
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
export async function answerQuery(input: QueryInput, context: ToolContext<Databases>): Promise<Content> {
  const { client, cancellation: signal, page } = context;
  const { sql, params = [] } = input;
  const database = client.named(input.database);
  const limit = Math.min(input.limit, database.maxRows);
  const values = parameterTexts(params);
  const skipped = (page.place as number | undefined) ?? 0;
  let admitted: ParsedStatement | undefined;
  try {
    return await database.policy.whileAdmitted(sql, signal, async (statement, state) => {
      admitted = statement;
      const bounds = { rows: limit + 1, bytes: page.bytesLeft, signal, state };
      const result = await database.read(...fromRow({ sql, values, statement, skipped }, bounds));
      const shown = await shownResult(result, statement, database, signal);
      return fillRows(shown, { page, limit, skipped, format: formats[input.format], statement });
    });
  } catch (error) {
    throw await statementFailure({ sql, given: values.length, database, signal: context.signal }, error, admitted);
  }
}
