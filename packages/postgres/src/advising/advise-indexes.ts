import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { statementError } from "../database/statement-error.ts";
import { toldError } from "../errors/told-error.ts";
import { rankQueries } from "../watching/rank-queries.ts";
import type { Advice } from "./advice.ts";
import { candidatesFor } from "./candidates-for.ts";
import { chooseCosted } from "./choose-costed.ts";
import { chooseUncosted } from "./choose-uncosted.ts";
import { costCandidates } from "./cost-candidates.ts";
import { createIndex } from "./create-index.ts";
import { existingKeys, isServed } from "./existing-keys.ts";
import { planQuery } from "./plan-query.ts";
import type { PlannedQuery } from "./planned-query.ts";

/** Statements of the workload that are looked at. */
const mostQueries = 30;

/** What `pg_advise_indexes` answers. */
export interface IndexAdvice {
  readonly costed_with_hypopg: boolean;
  readonly recommendations: {
    readonly create: string;
    readonly size_mb?: number;
    readonly cost_before?: number;
    readonly cost_after?: number;
    readonly gain_percent?: number;
    readonly serves: string[];
  }[];
  readonly not_advised: { readonly query: string; readonly reason: string }[];
  readonly notes: string[];
}

/** The indexes that are missing for some statements, or for those that cost the server most. */
export async function adviseIndexes(
  input: {
    readonly queries?: readonly string[] | undefined;
    readonly max_size_mb?: number | undefined;
    readonly database?: string | undefined;
  },
  context: ToolContext<Databases>,
): Promise<IndexAdvice> {
  const { signal, progress } = context;
  const database = context.client.named(input.database);
  const asked = input.queries?.map((sql) => ({ sql, calls: 1 })) ?? (await workload(input.database, context));
  const planned: PlannedQuery[] = [];
  const failed: IndexAdvice["not_advised"] = [];
  for (const [index, query] of asked.entries()) {
    progress(index, asked.length * 2, "planning");
    const outcome = await planQuery(database, query, signal).catch((error: unknown) =>
      reasonOf(error, query.sql, database, signal),
    );
    if (typeof outcome === "string") failed.push({ query: query.sql, reason: outcome });
    else planned.push(outcome);
  }
  const existing = await existingKeys(
    database,
    planned.flatMap(({ scans }) => scans),
    signal,
  );
  const schema = await database.schemaOfExtension("hypopg", signal);
  const chosen =
    schema === undefined
      ? chooseUncosted(planned, existing)
      : await costed(database, planned, { existing, schema, ...context });
  const within = fitting(chosen, input.max_size_mb);
  return answer(within, { failed, planned, isCosted: schema !== undefined, leftOut: chosen.length - within.length });
}

async function workload(
  database: string | undefined,
  context: ToolContext<Databases>,
): Promise<{ sql: string; calls: number }[]> {
  const { queries } = await rankQueries({ by: "total_time", limit: mostQueries * 2, database }, context);
  const changing = queries.filter(({ query }) => /^\s*(?:select|with|update|delete|merge)\b/i.test(query));
  return changing.slice(0, mostQueries).map(({ query, calls }) => ({ sql: query, calls }));
}

async function costed(
  database: Database,
  planned: readonly PlannedQuery[],
  {
    existing,
    schema,
    signal,
    progress,
  }: Pick<ToolContext<Databases>, "signal" | "progress"> & {
    readonly existing: Awaited<ReturnType<typeof existingKeys>>;
    readonly schema: string;
  },
): Promise<Advice[]> {
  const queries = [];
  for (const [index, query] of planned.entries()) {
    progress(planned.length + index, planned.length * 2, "costing");
    const candidates = query.scans.flatMap(candidatesFor).filter((candidate) => !isServed(candidate, existing));
    queries.push({ query, costed: await costCandidates(database, query, candidates, { schema, signal }) });
  }
  const chosen = chooseCosted(queries);
  // hypopg makes no GIN index: what only such a one would serve is told without a cost.
  const uncosted = chooseUncosted(planned, existing).filter(({ candidate }) => candidate.method === "gin");
  return [...chosen, ...uncosted];
}

function fitting(chosen: readonly Advice[], mostMegabytes: number | undefined): Advice[] {
  if (mostMegabytes === undefined) return [...chosen];
  let left = mostMegabytes * 1024 * 1024;
  return chosen.filter(({ bytes = 0 }) => {
    if (bytes > left) return false;
    left -= bytes;
    return true;
  });
}

function answer(
  chosen: readonly Advice[],
  {
    failed,
    planned,
    isCosted,
    leftOut,
  }: {
    readonly failed: IndexAdvice["not_advised"];
    readonly planned: readonly PlannedQuery[];
    readonly isCosted: boolean;
    readonly leftOut: number;
  },
): IndexAdvice {
  const served = new Set(chosen.flatMap(({ queries }) => queries));
  const unserved = planned.filter(({ sql }) => !served.has(sql));
  return {
    costed_with_hypopg: isCosted,
    recommendations: chosen.map(told),
    not_advised: [
      ...failed,
      ...unserved.map(({ sql }) => ({ query: sql, reason: "no index that is not there already would help it" })),
    ],
    notes: [
      ...(isCosted
        ? []
        : [
            "Nothing could be costed: the extension hypopg is not installed. Try each index where it can do no harm, and compare with pg_explain.",
          ]),
      ...(chosen.some(({ gain }) => gain === undefined) && isCosted
        ? ["hypopg makes no GIN indexes: those are advised without a cost."]
        : []),
      ...(leftOut > 0 ? [`${leftOut} more did not fit into max_size_mb.`] : []),
    ],
  };
}

function told({ candidate, queries, gain, bytes }: Advice): IndexAdvice["recommendations"][number] {
  return {
    create: `${createIndex(candidate, "CONCURRENTLY ")};`,
    ...(bytes === undefined ? {} : { size_mb: Number((bytes / 1024 / 1024).toFixed(1)) }),
    ...(gain === undefined
      ? {}
      : {
          cost_before: Math.round(gain.before),
          cost_after: Math.round(gain.after),
          gain_percent: Math.round(100 * (1 - gain.after / gain.before)),
        }),
    serves: [...queries],
  };
}

async function reasonOf(error: unknown, sql: string, database: Database, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const told = statementError(await toldError(error, database, signal), sql);
  if (!ConnectorError.is(told)) throw told;
  return told.message;
}
