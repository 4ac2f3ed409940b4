import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";

/** Where a model begins: what is served at all. */
export const roots = defineTool({
  name: "fs_roots",
  title: "Roots",
  description:
    "Lists the folders that this server serves, what is allowed under each (read, write, full) and how much room is left. " +
    "Call it first when you do not know which paths exist; everything outside these folders is refused.",
  effect: "read",
  idempotent: true,
  input: z.object({}),
  output: z.object({
    roots: z.array(
      z.object({
        path: z.string(),
        access: z.enum(["read", "write", "full"]),
        free_bytes: z.number(),
        total_bytes: z.number(),
      }),
    ),
    narrowed: z.string().optional().describe("How the host's own folders narrow what is served"),
    containment: z.object({ mechanism: z.string(), guarantee: z.string() }),
  }),
  async run(_, { client }: ToolContext<Files>) {
    const { mechanism, guarantee } = client.containment;
    return {
      roots: client.roots.map(({ given, access, directory }) => {
        const { freeBytes, totalBytes } = directory.space();
        return { path: given, access, free_bytes: freeBytes, total_bytes: totalBytes };
      }),
      ...(client.narrowing === undefined ? {} : { narrowed: client.narrowing }),
      containment: { mechanism, guarantee },
    };
  },
});
