import type { Content, Page } from "@drawbridge/core";
import type { RowFormat } from "../formats/row-format.ts";
import type { MaskedResult } from "../masking/mask-result.ts";
import type { ParsedStatement } from "../policy/parse-statement.ts";
import { toValue } from "../values/to-value.ts";

interface Filling {
  readonly page: Page;
  readonly limit: number;
  /** Rows that pages before this one have shown. */
  readonly skipped: number;
  readonly format: RowFormat;
  readonly statement: ParsedStatement;
}

/** Room that is kept for the facts above the rows and what comes after them. */
const headRoom = 512;

/** Writes rows until the limit or the page is full; the facts say whether there are more. */
export function fillRows(result: MaskedResult, { page, limit, skipped, format, statement }: Filling): Content {
  const { fields } = result;
  // Those of a statement that has no cursor came along.
  const rows = statement.kind === "SelectStmt" ? result.rows : result.rows.slice(skipped);
  const names = fields.map(({ name }) => name);
  const texts = [format.head(names, skipped === 0)];
  const whole = (value: string | null, index: number) => toValue(value, fields[index]?.dataTypeID ?? 0);
  let room = page.bytesLeft;
  for (const row of rows.slice(0, limit)) {
    // What cannot fit is not even written: megabytes of JSON take seconds, in which nobody else is answered.
    if (lengthOf(row) > room) break;
    const line = format.row(row.map(whole), texts.length - 1);
    texts.push(line);
    room -= line.length;
  }
  // With the head, and so as one text that was looked through already when it leaves.
  const taken = page.takeTexts(texts);
  if (taken === 0) return withoutRows(format, names.length);
  let shown = taken - 1;
  let text = texts.slice(0, taken).join("");
  // The first row is shown however long it is, its values cut; any other begins the next page.
  const [first] = rows;
  let isShortened = false;
  if (shown === 0 && first !== undefined) {
    const room = (page.bytesLeft - headRoom) / first.length;
    const values = first.map((value, index) => cut(value, room) ?? whole(value, index));
    const line = format.row(values, shown);
    isShortened = page.take(line);
    if (isShortened) [text, shown] = [text + line, 1];
  }
  const hasMore = shown < rows.length || result.isSuspended || result.isFull;
  if (hasMore && shown > 0) page.stopAt(skipped + shown);
  return {
    facts: {
      rows: shown,
      ...(result.masked.length > 0 ? { masked: result.masked.join(", ") } : {}),
      ...(skipped > 0 ? { first_row: skipped + 1 } : {}),
      ...(hasMore ? { truncated: true, note: shown > 0 ? noteOf(statement) : nothingFits } : {}),
      ...(isShortened ? { shortened: "values of the row were cut: it was larger than an answer may be" } : {}),
    },
    parts: [{ text: text + format.foot }],
  };
}

/** Not even the names of the columns fit. */
function withoutRows(format: RowFormat, columns: number): Content {
  const note = `the names of its ${columns} columns alone are more than an answer may hold: select fewer columns`;
  return { facts: { rows: 0, truncated: true, note }, parts: [{ text: format.head([], false) + format.foot }] };
}

const nothingFits = "not even the beginnings of one row's values fit into an answer: select fewer columns";

function noteOf({ kind, node }: ParsedStatement): string {
  const again = "part of the rows; the next page runs the statement again";
  return kind === "SelectStmt" && node.sortClause === undefined
    ? `${again}, and without ORDER BY its rows may come in another order`
    : again;
}

function lengthOf(row: readonly (string | null)[]): number {
  return row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
}

/** The beginning of a value; undefined of one that is short. */
function cut(text: string | null, room: number): string | undefined {
  // A character may take four bytes, and more where it is shown by an escape.
  const most = Math.max(16, Math.floor(room / 8));
  return text === null || text.length <= most ? undefined : `${text.slice(0, most)}… (${text.length} characters)`;
}
