import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Databases } from "../database/databases.ts";
import { fields } from "./fields.ts";

/** Ends what another session runs. */
export const cancel = defineTool({
  name: "pg_cancel",
  title: "Cancel statement",
  description:
    "Cancels the statement that a session runs, by its pid from pg_activity; with terminate the session itself is ended, and its " +
    "transaction taken back. It works on sessions of this role, and on others' with the grant of pg_signal_backend.",
  effect: "destroy",
  input: z.object({
    pid: fields.pid,
    terminate: z.boolean().default(false).describe("End the session, not only its statement"),
    database: fields.database,
  }),
  output: z.object({
    pid: z.number(),
    signalled: z.boolean().describe("false: there was no such session any more"),
    query: z.string().optional().describe("What it ran"),
  }),
  async plan(input, context: CallContext<Databases>) {
    const { planCancel } = await import("../watching/plan-cancel.ts");
    return planCancel(input, context);
  },
  async run(input, context: ToolContext<Databases>) {
    const { cancelSession } = await import("../watching/cancel-session.ts");
    return cancelSession(input, context);
  },
});
