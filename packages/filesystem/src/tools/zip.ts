import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { fields } from "./fields.ts";

const mostPaths = 100;

/** Files and folders in one zip archive. */
export const zip = defineTool({
  name: "fs_zip",
  title: "Zip",
  description:
    "Packs files, and folders with all that is in them, into a new zip archive, with permissions and times. Each stands in it " +
    "under its own name. Links are left out, and the answer says how many. Refused where a file is kept from being read.",
  effect: "write",
  additive: true,
  limits: { atOnce: 2 },
  input: z.object({
    paths: z.array(fields.path).min(1).max(mostPaths),
    to: fields.path.describe("The archive's path, where nothing is yet"),
  }),
  output: z.object({
    to: z.string(),
    entries: z.number().describe("Files and folders packed"),
    bytes: z.number().describe("Of their content"),
    transaction: z.string().describe("For fs_undo"),
    left_out: z.object({ links: z.number(), special: z.number(), unreadable: z.number() }).optional(),
  }),
  async plan(input, { client, signal }: CallContext<Files>) {
    const { planZip } = await import("../changing/plans/plan-zip.ts");
    return planZip(client, input, signal);
  },
  async run(input, { client, principal, signal, progress }: ToolContext<Files>) {
    const { zip: packAll } = await import("../changing/zip.ts");
    let done = 0;
    const packed = (bytes: number) => {
      done += bytes;
      progress(done, undefined, "Bytes packed");
    };
    return packAll(client, input, { tool: "fs_zip", principal, signal, packed });
  },
});
