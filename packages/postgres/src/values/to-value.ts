import { parse as parseArray } from "postgres-array";
import { elementTypes } from "./element-types.ts";
import { exactJson } from "./exact-json.ts";

/** A value of a row as JSON can carry it. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: unknown };

const integers = new Set([20, 21, 23, 26]);
const [bool, float4, float8, numeric, json, jsonb] = [16, 700, 701, 1700, 114, 3802];

/** Characters of a value that is read: to read megabytes of JSON takes seconds, in which nobody else is answered. */
const longestRead = 1024 * 1024;

/**
 * PostgreSQL's text of a value, as JSON: numbers where a double says exactly the same, else their text; JSON as it is; arrays of
 * PostgreSQL's own types as arrays; everything else (dates, times, bytea, ranges, rows) the text itself.
 *
 * @param type the type's number in pg_type
 */
export function toValue(text: string | null, type: number): Value {
  if (text === null || text.length > longestRead) return text;
  if (type === bool) return text === "t";
  if (integers.has(type)) return Number.isSafeInteger(Number(text)) ? Number(text) : text;
  if (type === float4 || type === float8) return Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === numeric) return isExact(text) ? Number(text) : text;
  if (type === json || type === jsonb) return exactJson(text) as Value;
  const element = elementTypes.get(type);
  // Bounds that do not begin at 1 are written before the array, and have no place in JSON.
  if (element === undefined || !text.startsWith("{")) return text;
  return parseArray(text, (inner) => toValue(inner, element)) as Value;
}

/** Whether a double is the same number: written out again, it is the same but for zeros at the end. */
function isExact(text: string): boolean {
  const plain = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return String(Number(text)) === plain;
}
