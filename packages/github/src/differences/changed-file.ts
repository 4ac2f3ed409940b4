/** A file that differs between two commits, as GitHub tells it (its schema `diff-entry`). */
export interface ChangedFile {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: "added" | "removed" | "modified" | "renamed" | "copied" | "changed" | "unchanged";
  /** Lines; absent where GitHub did not count them. */
  readonly additions?: number;
  readonly deletions?: number;
  readonly sha: string | null;
  /** Absent where the file is binary, or its difference large. */
  readonly patch?: string;
}
