import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** Projects of organisations and people. */
export const projectsRead = defineTool({
  name: "github_projects_read",
  title: "Read projects",
  description:
    "Lists the projects of an organisation or a person (list), tells of one with its fields and what they may be (get), or lists what is " +
    "in it, each with its fields (items). The issues themselves are read with github_issue_read.",
  effect: "read",
  idempotent: true,
  input: z.object({
    method: z.enum(["list", "get", "items"]),
    owner: fields.owner,
    project_number: fields.number.optional().describe("get, items"),
    limit: fields.limit,
  }),
  output: z.object({
    items: z.array(z.looseObject({})),
    hidden: z
      .number()
      .optional()
      .describe("Items of repositories that the token may not see, or that may not be used here"),
  }),
  pages: "items",
  async run(input, context: ToolContext<Github>) {
    const { readProjects } = await import("../projects/read-projects.ts");
    return readProjects(input, context);
  },
});
