import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** Starting, repeating and stopping of workflows. */
export const actionsWrite = defineChange({
  name: "github_actions_write",
  title: "Run Actions",
  description:
    "Starts a workflow (dispatch: workflow_id, ref, inputs), runs one again (rerun: run_id, failed_only), or stops it (cancel: run_id). " +
    "What it does then is seen with github_actions_read.",
  // A workflow may do anything, with the repository's secrets.
  effect: "destroy",
  input: z.object({
    method: z.enum(["dispatch", "rerun", "cancel"]),
    owner: fields.owner,
    repo: fields.repo,
    workflow_id: z.string().min(1).max(255).optional().describe("An id, or a file's name such as ci.yml"),
    ref: z.string().min(1).max(255).optional().describe("dispatch: the branch or tag to run on"),
    inputs: z
      .record(z.string().max(255), z.string().max(65_535))
      .optional()
      .describe("dispatch: what the workflow asks for"),
    run_id: fields.id.optional(),
    failed_only: z.boolean().default(false).describe("rerun: only jobs that failed"),
  }),
  async change(input, call) {
    const { actionChanges } = await import("../actions/action-changes.ts");
    return actionChanges[input.method](input, call);
  },
});
