import * as z from "zod";

/** What Quill Harbour says of an item; fields that it may add some day are left out. */
export const item = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  /** ISO 8601. */
  added: z.string(),
});

export type Item = z.output<typeof item>;
