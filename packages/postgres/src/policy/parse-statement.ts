import { ConnectorError } from "@drawbridge/core";
import type { RawStmt } from "libpg-query";
import { parameterCount } from "../explaining/parameter-count.ts";
import type { Traced } from "../masking/traced.ts";
import { assertBoundedText } from "./assert-bounded-text.ts";
import { nestedTooDeep } from "./nested-too-deep.ts";

/** A node of PostgreSQL's raw parse tree, as libpg-query gives it: `{ SelectStmt: { … } }`. */
export type ParseNode = Readonly<Record<string, unknown>>;

/** One statement, parsed. */
export interface ParsedStatement {
  /** PostgreSQL's name of the node: `SelectStmt`, `InsertStmt`. */
  readonly kind: string;
  readonly node: ParseNode;
  /** As it may stand within another, such as EXPLAIN: without the semicolons around it, and what comes after. */
  readonly text: string;
  /** What it tells of masked columns, where any are. */
  readonly traced?: Traced | undefined;
}

/** That the protocol knows. The server makes room for all up to the highest before it finds them missing: a gigabyte for one number. */
const mostParameters = 65_535;

/** What may be one above them, in a string too. */
const highParameter = /\$\d{5}/;

/** Parses by PostgreSQL's own parser. Throws `invalid_input` for what is not exactly one statement. */
export async function parseStatement(sql: string): Promise<ParsedStatement> {
  assertBoundedText(sql);
  const { parse } = await import("libpg-query");
  const { stmts = [] } = await parse(sql).catch((error: unknown) => {
    throw notParsed(error, sql);
  });
  const [first, ...others] = stmts;
  if (first?.stmt === undefined) throw new ConnectorError("invalid_input", "There is no statement in sql.");
  if (others.length > 0) {
    throw new ConnectorError(
      "invalid_input",
      `sql holds ${stmts.length} statements, and one is run at a time. Call once for each, or join them with a WITH clause.`,
    );
  }
  const [[kind, node] = []] = Object.entries(first.stmt);
  if (kind === undefined) throw new ConnectorError("invalid_input", "There is no statement in sql.");
  const statement = { kind, node: node as ParseNode, text: alone(sql, first) };
  if (highParameter.test(sql) && parameterCount(statement) > mostParameters) {
    throw new ConnectorError("invalid_input", `A statement has at most ${mostParameters} parameters: $1, $2 …`);
  }
  return statement;
}

/** Places are in bytes; there is no length where it goes to the end. */
function alone(sql: string, { stmt_location: from = 0, stmt_len: length = 0 }: RawStmt): string {
  if (from === 0 && length === 0) return sql;
  return Buffer.from(sql)
    .subarray(from, length === 0 ? undefined : from + length)
    .toString();
}

function notParsed(error: unknown, sql: string): ConnectorError {
  if (error instanceof RangeError || /memory exhausted/.test((error as Error).message)) return nestedTooDeep();
  const { message, sqlDetails } = error as Error & { sqlDetails?: { cursorPosition: number } };
  if (sqlDetails === undefined) return new ConnectorError("invalid_input", "There is no statement in sql.");
  const before = [...sql].slice(0, Math.max(0, sqlDetails.cursorPosition)).join("");
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  return new ConnectorError(
    "invalid_input",
    `PostgreSQL cannot parse the statement: ${message} (line ${line}, column ${column}).`,
  );
}
