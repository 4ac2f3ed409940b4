import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

const file = z.object({ content: z.string().max(1_000_000).optional(), filename: fields.filename.optional() });

/** Changes to gists. */
export const gistsWrite = defineChange({
  name: "github_gists_write",
  title: "Change gists",
  description:
    "Creates (files), updates (description, files), deletes a gist, or comments on one (body). A secret gist too is read by whoever " +
    "has its address: nothing private belongs into one.",
  effect: {
    lowest: "write",
    highest: "destroy",
    of: ({ method }) => (method === "delete" ? "destroy" : "write"),
  },
  input: z.object({
    method: z.enum(["create", "update", "delete", "comment"]),
    gist_id: fields.gist.optional().describe("All but create"),
    description: z.string().max(256).optional(),
    public: z.boolean().default(false).describe("create"),
    files: z
      .record(fields.filename, file.nullable())
      .optional()
      .describe("By name: its content, filename to rename it; null removes it"),
    body: fields.body.optional().describe("comment"),
  }),
  async change(input, call) {
    const { gistChanges } = await import("../gists/gist-changes.ts");
    return gistChanges[input.method](input, call);
  },
});
