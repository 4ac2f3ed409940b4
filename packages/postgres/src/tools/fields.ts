import * as z from "zod";

const parameter: z.ZodType<string | number | boolean | null | unknown[] | Record<string, unknown>> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.unknown()),
  z.record(z.string(), z.unknown()),
]);

/** Inputs that several tools share. */
export const fields = {
  sql: z.string().min(1).describe("One SQL statement; $1, $2 … stand for params"),
  params: z
    .array(parameter)
    .max(1000)
    .optional()
    .describe("Values for $1, $2 …; an array becomes a PostgreSQL array, an object JSON"),
  database: z.string().min(1).optional().describe("One of the databases that are served; without it the first"),
};
