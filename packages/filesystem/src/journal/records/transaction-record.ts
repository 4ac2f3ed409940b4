import * as z from "zod";
import { operation } from "./operation.ts";

/** What the journal writes down of a transaction, as one JSON text in a file of its own. */
export const transactionRecord = z.strictObject({
  version: z.literal(1),
  /** When it began, in ISO 8601. */
  time: z.string(),
  tool: z.string(),
  /** SHA-256 of the principal who called. */
  principal: z.string(),
  /** The process that makes it, so that no other takes it for one that was left. */
  owner: z.strictObject({ host: z.string(), pid: z.int(), start: z.string() }),
  operations: z.array(operation),
});

export type TransactionRecord = z.output<typeof transactionRecord>;
