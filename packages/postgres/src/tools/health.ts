import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Databases } from "../database/databases.ts";
import { healthCheckNames } from "../health/health-check-names.ts";
import { fields } from "./fields.ts";

/** What ails a database. */
export const health = defineTool({
  name: "pg_health",
  title: "Health",
  description:
    "Examines a database: connections, cache, indexes (unused, duplicate, invalid, bloated), bloat, vacuum and wraparound, sequences near " +
    "their end, replication, constraints not validated, locks, settings. Each check tells its status, the evidence, and a remedy. It changes nothing.",
  effect: "read",
  idempotent: true,
  input: z.object({
    checks: z.array(z.enum(healthCheckNames)).min(1).max(10).optional().describe("Without it all"),
    database: fields.database,
  }),
  output: z.object({
    checks: z.array(
      z.object({
        check: z.enum(healthCheckNames),
        status: z.enum(["ok", "warning", "critical", "unknown"]),
        findings: z.array(z.object({ evidence: z.string(), remedy: z.string().optional() })),
      }),
    ),
  }),
  async run(input, context: ToolContext<Databases>) {
    const { examineHealth } = await import("../health/examine-health.ts");
    return (await examineHealth(input, context)) as never;
  },
});
