import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** The labels and milestones that a repository has to give. */
export const labelsWrite = defineChange({
  name: "github_labels_write",
  title: "Change labels",
  description:
    "Creates, updates or deletes a label (name) or a milestone (milestone_number; title to create one) of a repository. What is " +
    "deleted is taken from all issues too. Lists: github_list. Which an issue has is changed with github_issue_write.",
  effect: {
    lowest: "write",
    highest: "destroy",
    of: ({ method }) => (method === "delete" ? "destroy" : "write"),
  },
  input: z.object({
    kind: z.enum(["label", "milestone"]),
    method: z.enum(["create", "update", "delete"]),
    owner: fields.owner,
    repo: fields.repo,
    name: z.string().min(1).max(50).optional().describe("label"),
    new_name: z.string().min(1).max(50).optional().describe("label, update"),
    color: z
      .string()
      .regex(/^[\da-f]{6}$/i, "is no colour: six hexadecimal digits, without #")
      .optional()
      .describe("label: as d73a4a"),
    description: z.string().max(4096).optional(),
    milestone_number: fields.number.optional(),
    title: z.string().min(1).max(255).optional().describe("milestone"),
    state: z.enum(["open", "closed"]).optional().describe("milestone"),
    due_on: fields.time.optional().describe("milestone"),
  }),
  async change(input, call) {
    const { labelChanges } = await import("../labels/label-changes.ts");
    return labelChanges[input.kind][input.method](input, call);
  },
});
