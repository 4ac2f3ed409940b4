import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** What is starred, and by whom. */
export const starsRead = defineTool({
  name: "github_stars_read",
  title: "Read stars",
  description:
    "Lists the repositories that you, or username, have starred; with owner and repo instead who has starred that one.",
  effect: "read",
  idempotent: true,
  input: z.object({
    username: fields.login.optional(),
    owner: fields.owner.optional(),
    repo: fields.repo.optional(),
    sort: z.enum(["created", "updated"]).optional().describe("When it was starred, or pushed to"),
    direction: fields.direction.optional(),
    limit: fields.limit,
  }),
  output: z.object({
    items: z.array(z.looseObject({})),
    outside_repos: z.number().optional().describe("Left out since they may not be used here"),
  }),
  pages: "items",
  async run(input, context: ToolContext<Github>) {
    const { listStars } = await import("../stars/list-stars.ts");
    return listStars(input, context);
  },
});
