import type { StreamRow } from "hucre/xlsx";
import { columnName } from "./column-name.ts";

/** The cells of a row that have something, each with its place: `A5: Björk | C5: 2026-03-02`. */
export function rowText({ index, values }: StreamRow): string {
  return values
    .flatMap((value, column) => {
      const text = cellText(value);
      return text === "" ? [] : [`${columnName(column)}${index + 1}: ${text}`];
    })
    .join(" | ");
}

/** A text that could pass for several cells or lines is quoted. */
function cellText(value: StreamRow["values"][number]): string {
  if (value === null) return "";
  if (value instanceof Date) return dateText(value);
  const text = `${value}`;
  return /[|"\n\r]/.test(text) ? JSON.stringify(text) : text;
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "(no date)";
  return date.toISOString().replace(/T00:00:00\.000Z$|\.000Z$|Z$/, "");
}
