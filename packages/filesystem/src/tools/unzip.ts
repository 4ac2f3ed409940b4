import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { fields } from "./fields.ts";

/** What a zip archive holds, in a folder. */
export const unzip = defineTool({
  name: "fs_unzip",
  title: "Unzip",
  description:
    "Unpacks a zip archive into a folder, a new one or one that is there: all of it or nothing, and never over anything. " +
    "Refused are archives with links, encrypted entries, paths that lead elsewhere or sizes that do harm. Archives in the " +
    "archive stay packed.",
  effect: "write",
  additive: true,
  limits: { atOnce: 2 },
  input: z.object({
    path: fields.path.describe("The archive"),
    to: fields.path.describe("The folder, a root too; the one that holds it must exist"),
  }),
  output: z.object({
    to: z.string(),
    entries: z.number().describe("Files and folders made"),
    bytes: z.number(),
    transaction: z.string().describe("For fs_undo"),
  }),
  async plan(input, { client, signal }: CallContext<Files>) {
    const { planUnzip } = await import("../changing/plans/plan-unzip.ts");
    return planUnzip(client, input, signal);
  },
  async run(input, { client, principal, signal, progress }: ToolContext<Files>) {
    const { unzip: unpackAll } = await import("../changing/unzip.ts");
    let done = 0;
    const unpacked = (bytes: number, total: number) => {
      done += bytes;
      progress(done, total, "Bytes unpacked");
    };
    return unpackAll(client, input, { tool: "fs_unzip", principal, signal, unpacked });
  },
});
