import * as z from "zod";

const path = z
  .string()
  .min(1)
  .max(4096)
  // What git itself refuses to have in a tree.
  .refine(
    (given) => given.split("/").every((name) => !["", ".", "..", ".git"].includes(name.toLowerCase())),
    "is not a path from the top of the repository",
  );

/** What a commit does to one file: exactly one of `content`, `edits`, `move_to` and `delete`. */
export const fileChange = z.object({
  path,
  content: z.string().max(2_000_000).optional().describe("The whole file, new or instead of what is there"),
  encoding: z.enum(["utf-8", "base64"]).optional().describe("Of content"),
  edits: z
    .array(z.object({ old_text: z.string().min(1), new_text: z.string() }))
    .min(1)
    .max(100)
    .optional()
    .describe("Each old_text must stand in the file exactly once"),
  move_to: path.optional(),
  delete: z.literal(true).optional(),
  mode: z
    .enum(["100644", "100755", "120000"])
    .optional()
    .describe("file, executable, symlink; kept as it is without it"),
});

/** One file's change. */
export type FileChange = z.output<typeof fileChange>;
