import * as z from "zod";

const parameter: z.ZodType<string | number | boolean | null | unknown[] | Record<string, unknown>> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.unknown()),
  z.record(z.string(), z.unknown()),
]);

/** PostgreSQL has no text with a NUL in it. */
const text = z.string().regex(/^[^\0]*$/, "holds a NUL character: leave it out");

/** Inputs that several tools share. */
export const fields = {
  /** A name, or a part of one. */
  name: text.min(1).max(300),
  pid: z.int().min(1).max(2_147_483_647),
  sql: z.string().min(1).describe("One SQL statement; $1, $2 … stand for params"),
  params: z
    .array(parameter)
    .max(1000)
    .optional()
    .describe("Values for $1, $2 …; an array becomes a PostgreSQL array, an object JSON"),
  dryRunDigest: z.string().max(4096).optional().describe("digest of its dry run: kept only if it comes out the same"),
  database: text.min(1).optional().describe("One of the databases that are served; without it the first"),
};
