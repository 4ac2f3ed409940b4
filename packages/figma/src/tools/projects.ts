import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";

const id = (kind: string) =>
  z
    .string()
    .max(2048)
    .transform((text, context) => {
      const found = /^(\d{1,30})$/.exec(text)?.[1] ?? new RegExp(`/${kind}/(\\d{1,30})(?:[/?#]|$)`).exec(text)?.[1];
      if (found !== undefined) return found;
      context.addIssue({ code: "custom", message: `is neither a ${kind}'s id nor its address` });
      return z.NEVER;
    })
    .optional();

/** What teams and projects have. */
export const projects = defineTool({
  name: "figma_projects",
  title: "List projects",
  description:
    "Lists the projects of a team, or the files of a project with their keys. Figma does not list teams: a team's id stands in its address, figma.com/files/team/ID.",
  effect: "read",
  idempotent: true,
  input: z.object({
    team: id("team").describe("Its id or address: lists its projects"),
    project: id("project").describe("Its id or address: lists its files"),
    branches: z.boolean().default(false).describe("With project: the branches of its files too"),
  }),
  output: z.object({
    name: z.string().describe("Of the team or project"),
    projects: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
    files: z
      .array(z.object({ key: z.string(), name: z.string(), modified: z.string(), branch_of: z.string().optional() }))
      .optional(),
  }),
  pages: "items",
  async run(input, context: ToolContext<Figma>) {
    const { listProjects } = await import("../projects/list-projects.ts");
    return listProjects(input, context);
  },
});
