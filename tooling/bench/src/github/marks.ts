import { sampleText } from "../samples/sample-text.ts";

/** What each thing that the suite reads has in it once, and how many of each there are. */
export const marks = {
  issue: "A sample issue, number",
  issues: 30,
  commit: "A sample commit, number",
  commits: 30,
  repository: "A sample of a repository",
  repositories: 20,
  /** In the stand's pull request 6. */
  pull: "Docs only.",
  /** The whole file that is read. */
  file: sampleText(12_000),
} as const;
