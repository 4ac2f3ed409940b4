import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";

/** Takes a change back. */
export const undo = defineTool({
  name: "fs_undo",
  title: "Undo",
  description:
    "Takes one transaction back, all of it: content, permissions, times and places are as before. Refused, with the " +
    "difference, when somebody changed the files since, and for a transaction that was taken back already. fs_history " +
    "lists transactions.",
  effect: "write",
  input: z.object({
    transaction: z
      .string()
      .regex(/^\d{17}-[0-9a-f]{8}$/, "a transaction's number, as fs_history lists them")
      .describe("From a change's answer, or fs_history"),
  }),
  output: z.object({
    transaction: z.string(),
    paths: z.array(z.string()).describe("As they were before"),
    more_paths: z.number().optional(),
  }),
  async plan({ transaction }, { client, principal }: CallContext<Files>) {
    const { planUndo } = await import("../journal/undoing/plan-undo.ts");
    return planUndo(client, transaction, principal);
  },
  async run({ transaction }, { client, principal, signal }: ToolContext<Files>) {
    const { undo: undoTransaction } = await import("../journal/undoing/undo.ts");
    const { firstPaths } = await import("../journal/records/first-paths.ts");
    const paths = await undoTransaction(client, transaction, { principal, signal });
    return { transaction, ...firstPaths(paths) };
  },
});
