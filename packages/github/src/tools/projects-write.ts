import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** Changes to what is in projects. */
export const projectsWrite = defineChange({
  name: "github_projects_write",
  title: "Change project",
  description:
    "Adds an issue or pull request (add_item: item_repo, item_number) or a note (add_note: title, body) to a project, sets a field of what " +
    "is in it (update_item: item_id, field, value), archives it, or takes it out (delete_item).",
  effect: {
    lowest: "write",
    highest: "destroy",
    of: ({ method }) => (method === "delete_item" ? "destroy" : "write"),
  },
  input: z.object({
    method: z.enum(["add_item", "add_note", "update_item", "archive_item", "unarchive_item", "delete_item"]),
    owner: fields.owner.describe("Of the project"),
    project_number: fields.number,
    item_owner: fields.owner.optional().describe("add_item: the project's without it"),
    item_repo: fields.repo.optional(),
    item_number: fields.number.optional(),
    title: z.string().min(1).max(256).optional(),
    body: fields.body.optional(),
    item_id: z.string().min(1).max(200).optional().describe("As github_projects_read tells it"),
    field: z.string().min(1).max(100).optional().describe("Its name, as Status"),
    value: z
      .union([z.string().max(1024), z.number()])
      .nullable()
      .optional()
      .describe("A choice by its name, a text, a number, a date as 2026-01-31; null empties it"),
  }),
  async change(input, call) {
    const { projectChanges } = await import("../projects/project-changes.ts");
    return projectChanges[input.method](input, call);
  },
});
