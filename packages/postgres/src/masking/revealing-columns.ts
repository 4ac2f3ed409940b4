import type { MaskSpec } from "./mask-spec.ts";

/** Columns of PostgreSQL's own in which values of any table are kept, or statements that hold some. */
const columns: Readonly<Record<string, readonly string[]>> = {
  pg_statistic: ["stavalues1", "stavalues2", "stavalues3", "stavalues4", "stavalues5"],
  pg_stats: ["most_common_vals", "histogram_bounds", "most_common_elems", "range_bounds_histogram"],
  pg_statistic_ext_data: ["stxdmcv", "stxdexpr"],
  pg_stats_ext: ["most_common_vals"],
  pg_stats_ext_exprs: ["most_common_vals", "histogram_bounds", "most_common_elems"],
  pg_stat_activity: ["query"],
};

/** What is masked besides what the person names, where anything is: it would tell values of it. */
export const revealingColumns: readonly MaskSpec[] = Object.entries(columns).flatMap(([relation, names]) =>
  names.map((column) => ({ schema: "pg_catalog", relation, column, kind: "null" as const })),
);

/** Functions by which the same is told. */
export const revealingFunctions: ReadonlySet<string> = new Set([
  "pg_stat_get_activity",
  "pg_stat_get_backend_activity",
  "pg_mcv_list_items",
  "pg_stat_statements",
  // Bounds of partitions are values of the columns that part them.
  "pg_get_partition_constraintdef",
]);
