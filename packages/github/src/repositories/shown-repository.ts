import * as z from "zod";

/** A repository as tools show it. */
export const shownRepository = z.object({
  full_name: z.string(),
  description: z.string().optional(),
  visibility: z.string().describe("public, internal or private"),
  default_branch: z.string().optional(),
  archived: z.boolean().optional(),
  fork_of: z.string().optional(),
  is_template: z.boolean().optional(),
  language: z.string().optional(),
  license: z.string().optional(),
  topics: z.array(z.string()).optional(),
  stars: z.number().optional(),
  forks: z.number().optional(),
  open_issues: z.number().optional().describe("Pull requests count too"),
  pushed_at: z.string().optional(),
  may: z
    .array(z.string())
    .optional()
    .describe("What the token's owner may do there: admin, maintain, push, triage, pull"),
  url: z.string(),
});
