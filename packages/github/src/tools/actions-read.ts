import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** Of runs, and of how they ended. */
const statuses: ReadonlySet<string> = new Set([
  ...["completed", "action_required", "cancelled", "failure", "neutral", "skipped", "stale", "success", "timed_out"],
  ...["in_progress", "queued", "requested", "waiting", "pending"],
]);

/** What workflows did. */
export const actionsRead = defineTool({
  name: "github_actions_read",
  title: "Read Actions",
  description:
    "What GitHub Actions did: runs (newest first, by workflow, branch or status), jobs of a run, logs of a job, artifacts. logs shows " +
    "what stands around the errors; whole: true shows all, by pages. A job is named by job_id (as checks tell it), or by run_id and " +
    "job_name; with run_id alone the first that failed. Workflows themselves are listed by github_list.",
  effect: "read",
  idempotent: true,
  input: z.object({
    method: z.enum(["runs", "jobs", "logs", "artifacts"]),
    owner: fields.owner,
    repo: fields.repo,
    workflow_id: z.string().min(1).max(255).optional().describe("runs: an id, or a file's name such as ci.yml"),
    branch: z.string().min(1).max(255).optional().describe("runs"),
    status: z
      .string()
      .refine((value) => statuses.has(value), `is none of ${[...statuses].join(", ")}`)
      .optional()
      .describe("runs: failure, success, in_progress, queued …"),
    run_id: fields.id.optional(),
    job_id: fields.id.optional(),
    job_name: z.string().min(1).max(255).optional(),
    whole: z.boolean().default(false).describe("logs: all lines"),
  }),
  pages: "lines",
  async run(input, context: ToolContext<Github>) {
    const { readActions } = await import("../actions/read-actions.ts");
    return readActions(input, context);
  },
});
