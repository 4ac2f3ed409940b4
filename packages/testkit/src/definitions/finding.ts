/** One thing that is wrong with the texts of a connector. */
export interface Finding {
  /** `tools.fs_read.description`, `tools.fs_read.input.path.description`, `prompts.review.title`, `instructions`. */
  readonly where: string;
  /** The rule that found it. */
  readonly rule: string;
  readonly problem: string;
  /** What would pass. */
  readonly mend: string;
}
