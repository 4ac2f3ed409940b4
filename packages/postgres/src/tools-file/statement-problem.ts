import type { UsageError } from "@drawbridge/core";
import { type FilePlace, fileProblem } from "./file-problem.ts";

/** The place that is told within a statement, alone or after its SQLSTATE. */
const within = / \(line (\d+)(?:, column \d+)?\)|, line (\d+), column \d+(?=\))/;

/**
 * What is wrong with a statement of a file. The line that is told within the statement becomes one of the file; its columns are
 * not those of the file, where names stand for parameters.
 *
 * @param place of the statement's first line
 */
export function statementProblem(place: FilePlace, message: string): UsageError {
  // The statement itself, which follows with a mark below its fault, stands in the file.
  const [said = ""] = message.split("\n", 1);
  const [told, alone, after] = within.exec(said) ?? [""];
  const line = place.line + Number(alone ?? after ?? 1) - 1;
  return fileProblem({ file: place.file, line }, said.replace(told, ""));
}
