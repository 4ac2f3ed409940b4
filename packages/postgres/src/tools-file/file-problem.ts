import { UsageError } from "@drawbridge/core";

/** Where something stands in a `--tools-file`. */
export interface FilePlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What is wrong in a file, and where, in one line. */
export function fileProblem({ file, line }: FilePlace, problem: string): UsageError {
  return new UsageError(
    `--tools-file ${file}, line ${line}: ${problem.replaceAll(/\s+/g, " ").replace(/[.:\s]+$/, "")}`,
  );
}
