import * as z from "zod";

const integer = "expected an integer, or its digits as text";
const number = "expected a number, or its digits as text";
const date = "\\d{4}-\\d\\d-\\d\\d";
const time = "\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,6})?)?";
const zone = "(?: ?(?:Z|[+-]\\d\\d(?::?\\d\\d)?))?";
const moment = z.string().regex(new RegExp(`^${date}(?:[T ]${time}${zone})?$`), "expected 2026-01-31T12:00:00Z");

/** What a parameter of a file's statement may be, by PostgreSQL's name of the type; any of them may end in `[]`. */
export const parameterTypes: Readonly<Record<string, z.ZodType>> = {
  text: z.string().regex(/^[^\0]*$/, "holds a NUL character: leave it out"),
  integer: z.int().min(-2_147_483_648).max(2_147_483_647),
  // What a double would lose comes as text.
  bigint: z.union([z.int(), z.string().regex(/^-?\d{1,19}$/, integer)], integer),
  numeric: z.union([z.number(), z.string().regex(/^-?\d{1,200}(?:\.\d{1,200})?$/, number)], number),
  boolean: z.boolean(),
  date: z.string().regex(new RegExp(`^${date}$`), "expected 2026-01-31"),
  timestamp: moment,
  timestamptz: moment,
  uuid: z.guid(),
  jsonb: z.unknown(),
};
