import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** Organisations, teams and members. */
export const orgs = defineTool({
  name: "github_orgs",
  title: "Organisations",
  description:
    "Tells of organisations: yours (list), one (get), its members and teams; one team (team), its members (team_members) and " +
    "repositories (team_repos).",
  effect: "read",
  idempotent: true,
  input: z.object({
    method: z.enum(["list", "get", "members", "teams", "team", "team_members", "team_repos"]),
    org: fields.owner.optional().describe("All but list"),
    team_slug: z.string().min(1).max(255).optional(),
    role: z
      .enum(["all", "admin", "member", "maintainer"])
      .optional()
      .describe("members: all, admin, member; team_members: all, member, maintainer"),
    limit: fields.limit,
  }),
  output: z.object({ items: z.array(z.looseObject({})) }),
  pages: "items",
  async run(input, context: ToolContext<Github>) {
    const { readOrganizations } = await import("../organizations/read-organizations.ts");
    return readOrganizations(input, context);
  },
});
