import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** As GitHub's database of advisories knows them. */
const ecosystems: ReadonlySet<string> = new Set([
  ...["rubygems", "npm", "pip", "maven", "nuget", "composer", "go", "rust", "erlang", "actions", "pub", "swift"],
  "other",
]);

/** What is known of vulnerabilities. */
export const advisories = defineTool({
  name: "github_advisories",
  title: "Security advisories",
  description:
    "Known vulnerabilities, from GitHub's advisory database: one whole by ghsa_id, or those that fit (cve_id, affects with a package and " +
    "its version, ecosystem, severity). With owner and repo the advisories of that repository instead, those not published yet included. " +
    "Which dependencies of a repository are concerned: github_alerts.",
  effect: "read",
  idempotent: true,
  input: z.object({
    ghsa_id: z
      .string()
      .regex(/^GHSA(-[\da-z]{4}){3}$/i, "is no GHSA number")
      .optional(),
    cve_id: z
      .string()
      .regex(/^CVE-\d{4}-\d{4,}$/i, "is no CVE number")
      .optional(),
    affects: z.string().max(1000).optional().describe("lodash or lodash@4.17.20; several separated by commas"),
    ecosystem: z
      .string()
      .refine((value) => ecosystems.has(value), `is none of ${[...ecosystems].join(", ")}`)
      .optional()
      .describe("npm, pip, maven, go, rust, actions …"),
    severity: z.enum(["unknown", "low", "medium", "high", "critical"]).optional(),
    type: z.enum(["reviewed", "malware", "unreviewed"]).optional().describe("reviewed without it"),
    owner: fields.owner.optional(),
    repo: fields.repo.optional(),
    state: z.enum(["triage", "draft", "published", "closed"]).optional().describe("Of a repository's"),
    limit: fields.limit,
  }),
  output: z.object({ items: z.array(z.looseObject({})) }),
  pages: "items",
  async run(input, context: ToolContext<Github>) {
    const { readAdvisories } = await import("../security/read-advisories.ts");
    return readAdvisories(input, context);
  },
});
