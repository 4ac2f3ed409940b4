/** A node of a plan as EXPLAIN (FORMAT JSON) gives it; the parts that are looked at here (PostgreSQL manual, 14.1). */
export interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Schema?: string;
  readonly Alias?: string;
  readonly "Index Name"?: string;
  readonly "Join Type"?: string;
  readonly Strategy?: string;
  readonly "Parent Relationship"?: string;
  readonly "Subplan Name"?: string;
  readonly "Startup Cost": number;
  readonly "Total Cost": number;
  readonly "Plan Rows": number;
  readonly "Plan Width": number;
  readonly "Actual Total Time"?: number;
  readonly "Actual Rows"?: number;
  readonly "Actual Loops"?: number;
  readonly Filter?: string;
  readonly "Rows Removed by Filter"?: number;
  readonly "Index Cond"?: string;
  readonly "Hash Cond"?: string;
  readonly "Merge Cond"?: string;
  readonly "Join Filter"?: string;
  readonly "Rows Removed by Join Filter"?: number;
  readonly "Recheck Cond"?: string;
  readonly "Sort Key"?: readonly string[];
  readonly "Sort Method"?: string;
  readonly "Sort Space Used"?: number;
  readonly "Sort Space Type"?: string;
  readonly "Hash Batches"?: number;
  readonly "Peak Memory Usage"?: number;
  readonly "Disk Usage"?: number;
  readonly "Group Key"?: readonly string[];
  readonly Operation?: string;
  readonly "Heap Fetches"?: number;
  readonly "Workers Planned"?: number;
  readonly "Shared Hit Blocks"?: number;
  readonly "Shared Read Blocks"?: number;
  readonly "Temp Written Blocks"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** What EXPLAIN answers of one statement. */
export interface ExplainedPlan {
  readonly Plan: PlanNode;
  readonly "Planning Time"?: number;
  readonly "Execution Time"?: number;
  readonly Triggers?: readonly unknown[];
}
