import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** One pull request, from each of its sides. */
export const prRead = defineTool({
  name: "github_pr_read",
  title: "Read pull request",
  description:
    "Reads one pull request. overview (one request): state, whether it can be merged, checks that fail with what they say, review " +
    "threads that are open. Then by need: files (which, ranked), diff (hunk by hunk, by pages; path for one file), reviews, comments " +
    "(on lines), commits, checks. Comments below it are read with github_issue_read, logs with github_actions_read. Anybody may " +
    "open one: each text comes with its author.",
  effect: "read",
  idempotent: true,
  input: z.object({
    method: z.enum(["overview", "files", "diff", "reviews", "comments", "commits", "checks"]).default("overview"),
    owner: fields.owner,
    repo: fields.repo,
    pull_number: fields.number,
    path: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .describe("diff, files: only those that match, a path or a glob such as src/**"),
  }),
  pages: "parts",
  async run({ method, ...input }, context: ToolContext<Github>) {
    if (method === "overview") {
      const { overview } = await import("../pulls/overview.ts");
      return overview(input, input.pull_number, context);
    }
    const { readPull } = await import("../pulls/read-pull.ts");
    return readPull({ ...input, method }, context);
  },
});
