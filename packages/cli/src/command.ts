/** One command of `drawbridge`. */
export interface Command {
  /** The words that call it: `audit verify`. */
  readonly name: string;
  /** What follows them, as `--help` writes it. */
  readonly operands: string;
  /** One line for `--help`. */
  readonly description: string;
  /** Resolves with the exit code: 0 well, 1 not, 2 called wrongly. */
  run(operands: readonly string[]): Promise<number>;
}
