/** A file is not what its host could read. */
export class FormatError extends Error {
  override readonly name = "FormatError";
  /** From 1; undefined where no one line is to blame. */
  readonly line: number | undefined;

  constructor(problem: string, line?: number) {
    super(line === undefined ? problem : `line ${line}: ${problem}`);
    this.line = line;
  }
}
