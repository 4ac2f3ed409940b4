/** A comment on lines of the difference. */
export interface LineComment {
  readonly path: string;
  readonly line: number;
  readonly start_line?: number | undefined;
  readonly side?: "LEFT" | "RIGHT" | undefined;
  readonly body: string;
}
