import * as z from "zod";

const path = z.string().min(1).max(20_000);

/** Inputs that several tools take, and answers that they give, described the same way for each. */
export const fields = {
  path: path.describe("Absolute under a root, or relative to the first root"),
  folder: path.default(".").describe('Folder: absolute under a root, or relative to the first root; "." is that root'),
  gitignore: z.boolean().default(false).describe("Leave out what .gitignore files exclude, and .git"),
  overwrite: z.boolean().default(false).describe("Replace a file that is there"),
  relocated: z.object({ from: z.string(), to: z.string(), transaction: z.string().describe("For fs_undo") }),
  limit: z.int().min(1).max(10_000).default(1000).describe("Most entries in one answer"),
};
