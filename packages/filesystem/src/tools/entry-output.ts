import * as z from "zod";

/** One entry of a listing. */
export const entryOutput = z.object({
  path: z.string().describe("As other tools take it"),
  type: z.enum(["file", "directory", "symlink", "other"]),
  size: z.number().optional().describe("Bytes"),
  modified: z.string(),
});
