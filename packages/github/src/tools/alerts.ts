import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** What GitHub's scans found in a repository. */
export const alerts = defineTool({
  name: "github_alerts",
  title: "Security alerts",
  description:
    "Alerts of a repository, by kind: code_scanning (faults in its code), secret_scanning (secrets that were committed: which kind and " +
    "where to look, never the secret itself), dependabot (dependencies with known vulnerabilities). With alert_number one of them " +
    "whole; without it a list, open ones unless state says otherwise. What is known of a vulnerability: github_advisories.",
  effect: "read",
  idempotent: true,
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    kind: z.enum(["code_scanning", "secret_scanning", "dependabot"]),
    alert_number: fields.number.optional(),
    state: z.string().max(60).optional().describe("open, dismissed, fixed; secret_scanning: open, resolved"),
    severity: z.string().max(60).optional().describe("dependabot: low, medium, high, critical, separated by commas"),
    ref: z.string().max(255).optional().describe("code_scanning: a branch, or refs/pull/5/merge"),
    tool_name: z.string().max(100).optional().describe("code_scanning"),
    secret_type: z.string().max(1000).optional().describe("secret_scanning"),
    ecosystem: z.string().max(200).optional().describe("dependabot: npm, pip …"),
    package: z.string().max(1000).optional().describe("dependabot"),
    limit: fields.limit,
  }),
  output: z.object({ items: z.array(z.looseObject({})) }),
  pages: "items",
  async run(input, context: ToolContext<Github>) {
    const { readAlerts } = await import("../security/read-alerts.ts");
    return readAlerts(input, context);
  },
});
