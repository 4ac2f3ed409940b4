import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** Releases of a repository. */
export const release = defineChange({
  name: "github_release",
  title: "Release",
  description:
    "Creates (tag_name), changes (update) or deletes a release; update and delete take release_id, or tag_name as it is. With " +
    "generate_release_notes GitHub writes the notes from what was merged since the last release: a dry_run shows them. A tag that is " +
    "not there is made at target_commitish; delete leaves it. List releases with github_list. Files are not uploaded.",
  effect: {
    lowest: "write",
    highest: "destroy",
    of: ({ method }) => (method === "delete" ? "destroy" : "write"),
  },
  input: z.object({
    method: z.enum(["create", "update", "delete"]),
    owner: fields.owner,
    repo: fields.repo,
    release_id: fields.id.optional(),
    tag_name: fields.branch.optional().describe("As v1.2.0"),
    target_commitish: z.string().min(1).max(255).optional().describe("A branch or sha; the default branch without it"),
    name: z.string().max(255).optional().describe("Its title"),
    body: z.string().max(125_000).optional().describe("Markdown; stands before notes that are generated"),
    draft: z.boolean().optional(),
    prerelease: z.boolean().optional(),
    make_latest: z.enum(["true", "false", "legacy"]).optional(),
    generate_release_notes: z.boolean().optional().describe("create"),
  }),
  async change(input, call) {
    const { releaseChanges } = await import("../publishing/release-changes.ts");
    return releaseChanges[input.method](input, call);
  },
});
