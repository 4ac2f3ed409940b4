import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { fields } from "./fields.ts";

/** A folder, with those above it. */
export const mkdir = defineTool({
  name: "fs_mkdir",
  title: "Make folder",
  description: "Makes a folder, and those above it that are missing. A folder that is there already is left as it is.",
  effect: "write",
  additive: true,
  idempotent: true,
  input: z.object({ path: fields.path.describe("The folder: absolute under a root, or relative to the first root") }),
  output: z.object({
    path: z.string(),
    created: z.boolean(),
    transaction: z.string().optional().describe("For fs_undo"),
  }),
  async plan({ path }, { client }: CallContext<Files>) {
    const { planAt } = await import("../changing/plans/plan-at.ts");
    return planAt(
      client,
      [{ written: path, effect: "write", followLast: true, parents: true }],
      ([at]) => `Make the folder ${at}`,
    );
  },
  async run({ path }, { client, principal, signal }: ToolContext<Files>) {
    const { makeDirectory } = await import("../changing/make-directory.ts");
    return makeDirectory(client, path, { tool: "fs_mkdir", principal, signal });
  },
});
