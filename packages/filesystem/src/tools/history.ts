import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";

/** What was changed through this server. */
export const history = defineTool({
  name: "fs_history",
  title: "History",
  description:
    "Lists what was changed through this server, the newest first: each transaction's number, time, tool and paths, and " +
    "whether fs_undo can still take it back. Changes that others made on their own are not in it.",
  effect: "read",
  input: z.object({ limit: z.int().min(1).max(1000).default(20).describe("Most transactions, the newest first") }),
  output: z.object({
    transactions: z.array(
      z.object({
        transaction: z.string(),
        time: z.string(),
        tool: z.string(),
        paths: z.array(z.string()),
        more_paths: z.number().optional(),
        state: z.enum(["done", "undone", "unfinished"]),
      }),
    ),
    truncated: z.boolean().optional().describe("There are more"),
  }),
  async run({ limit }, { client, principal, page }: ToolContext<Files>) {
    const { historyOf } = await import("../journal/history-of.ts");
    return historyOf(client, principal, limit, page);
  },
});
