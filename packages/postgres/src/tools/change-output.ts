import * as z from "zod";

const value = z.unknown();
const sample = z.object({ columns: z.array(z.string()), rows: z.array(z.array(value)) });

/** What a change answers, and its dry run. */
export const changeOutput = z.object({
  command: z.string().describe("UPDATE 3"),
  rows_affected: z.number().optional(),
  columns: z.array(z.string()).optional(),
  rows: z.array(z.array(value)).optional().describe("Of RETURNING"),
  truncated: z.boolean().optional(),
  before: sample.optional().describe("Of a dry run: some rows as they are"),
  after: sample.optional().describe("Of a dry run: some rows as they would be"),
  locks: z.array(z.string()).optional(),
  triggers: z.array(z.string()).optional(),
  digest: z.string().optional().describe("Of a dry run: for dry_run_digest of the real one"),
});
