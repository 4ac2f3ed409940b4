/** What a merge makes of a pull request. */
export interface Merge {
  readonly merge_commit_sha: string;
  readonly merged_at: string;
  readonly merged_by: unknown;
}
