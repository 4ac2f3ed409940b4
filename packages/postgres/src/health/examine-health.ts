import type { ToolContext } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { statementError } from "../database/statement-error.ts";
import { shownStatement } from "../masking/shown-statement.ts";
import { linesOf } from "../schemas/lines-of.ts";
import { readRecords } from "../watching/read-records.ts";
import type { HealthCheck } from "./health-check.ts";
import { healthChecks } from "./health-checks.ts";

/** Something that was found, or is well. */
interface Observation {
  readonly level: "ok" | "warning" | "critical";
  readonly evidence: string;
  /** The statement that it is about. */
  readonly query?: string | null;
  readonly remedy?: string | null;
}

/** What one check came to. */
export interface CheckedHealth {
  readonly check: string;
  /** `unknown` where this role may not see what it takes. */
  readonly status: Observation["level"] | "unknown";
  readonly findings: { readonly evidence: string; readonly remedy?: string }[];
}

const levels = ["ok", "warning", "critical"] as const;

/** Runs the checks that are asked for, or all; one that this role may not make spoils nothing. */
export async function examineHealth(
  { checks, database }: { readonly checks?: readonly string[] | undefined; readonly database?: string | undefined },
  { client, signal, page, progress }: ToolContext<Databases>,
): Promise<{ checks: CheckedHealth[] }> {
  const served = client.named(database);
  const asked = healthChecks.filter(({ name }) => checks === undefined || checks.includes(name));
  const done: CheckedHealth[] = [];
  for (const check of asked) {
    progress(done.length, asked.length, check.name);
    const { findings, ...told } = await examine(check, served, signal);
    page.take(told);
    done.push({ ...told, findings: findings.filter((finding) => page.take(finding)) });
  }
  return { checks: done };
}

async function examine(check: HealthCheck, database: Database, signal: AbortSignal): Promise<CheckedHealth> {
  try {
    const all = await readRecords<Observation>(database, { text: check.sql }, signal);
    const lines = new Set(
      await linesOf(
        database,
        all.map(({ evidence }) => evidence),
        signal,
      ),
    );
    const seen = all.filter(({ evidence }) => lines.has(evidence));
    const worst = Math.max(0, ...seen.map(({ level }) => levels.indexOf(level)));
    const sorted = seen.toSorted((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level));
    const findings = await Promise.all(
      sorted.map(async ({ evidence, query, remedy }) => ({
        evidence: query ? `${evidence}: ${await shownStatement(query, database, signal)}` : evidence,
        ...(remedy ? { remedy } : {}),
      })),
    );
    return { check: check.name, status: levels[worst] ?? "ok", findings };
  } catch (error) {
    signal.throwIfAborted();
    const { message } = statementError(error, check.sql) as Error;
    return {
      check: check.name,
      status: "unknown",
      findings: [{ evidence: message, remedy: "A role with pg_monitor sees it." }],
    };
  }
}
