import type { Value } from "../values/to-value.ts";
import type { RowFormat } from "./row-format.ts";

/** Columns between bars; the fewest bytes that a model reads well. Text that could be taken for something else is quoted as in JSON. */
export const tableFormat: RowFormat = {
  head: (columns, isFirstPage) => (isFirstPage ? `${columns.map(cell).join(" | ")}\n` : ""),
  row: (values) => `${values.map(cell).join(" | ")}\n`,
  foot: "",
};

function cell(value: Value): string {
  if (value === null) return "NULL";
  if (typeof value !== "string") return JSON.stringify(value);
  const isPlain = value !== "" && value !== "NULL" && !/^[\s"]|\s$|[|\n\r]/.test(value);
  return isPlain ? value : JSON.stringify(value);
}
