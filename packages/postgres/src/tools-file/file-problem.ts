import { UsageError } from "@drawbridge/core";

/** Where something stands in a `--tools-file`. */
export interface FilePlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What is wrong in a file, and where, in one line; without a line it is the file itself. */
export function fileProblem({ file, line }: { file: string; line?: number }, problem: string): UsageError {
  const where = line === undefined ? file : `${file}, line ${line}`;
  return new UsageError(`--tools-file ${where}: ${problem.replaceAll(/\s+/g, " ").replace(/[.:\s]+$/, "")}`);
}
