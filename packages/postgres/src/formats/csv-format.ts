import type { Value } from "../values/to-value.ts";
import type { RowFormat } from "./row-format.ts";

/** RFC 4180, as COPY writes it: NULL is nothing at all, the empty text is quoted. */
export const csvFormat: RowFormat = {
  head: (columns, isFirstPage) => (isFirstPage ? `${columns.map(cell).join(",")}\n` : ""),
  row: (values) => `${values.map(cell).join(",")}\n`,
  foot: "",
};

function cell(value: Value): string {
  if (value === null) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text === "" || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
