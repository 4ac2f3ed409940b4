import { UsageError } from "@drawbridge/core";
import { journalProblem } from "./journal-problem.ts";

/**
 * Throws where nothing could be changed for want of a journal. Makes none.
 *
 * @param folder of the transactions, free of links; undefined for a user without a home
 */
export function assertJournal(folder: string | undefined): void {
  const problem =
    folder === undefined
      ? { because: "has no place, for this user has no home", remedy: "--journal <dir>" }
      : journalProblem(folder);
  if (problem === undefined) return;
  const journal = folder === undefined ? "the journal" : `the journal ${folder}`;
  throw new UsageError(`nothing could be changed, for ${journal} ${problem.because}; what helps: ${problem.remedy}`);
}
