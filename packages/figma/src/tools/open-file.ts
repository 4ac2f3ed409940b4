import * as z from "zod";

/** Which of the open files is meant. */
export const openFile = z
  .string()
  .min(1)
  .max(2048)
  .optional()
  .describe("Where several files are open: the key, address or name of one");
