/** One line of the page's log. */
export interface LogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly words: string;
  readonly outcome: "done" | "failed";
}
