import type { Machine } from "./machine.ts";
import type { ReportRow } from "./report-row.ts";

/** What one run found, as `--json` prints it and the table shows it. */
export interface Report {
  readonly title: string;
  /** ISO 8601. */
  readonly takenAt: string;
  readonly machine: Machine;
  readonly rounds: number;
  /** Ours first; the figures of every row stand in this order. */
  readonly peers: readonly { readonly name: string; readonly version: string }[];
  readonly sections: readonly { readonly title: string; readonly rows: readonly ReportRow[] }[];
  readonly notes: readonly string[];
}
