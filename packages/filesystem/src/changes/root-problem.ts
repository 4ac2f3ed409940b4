/** What is wrong with the watching of a root, and what would mend it. */
export interface RootProblem {
  readonly problem: string;
  readonly remedy: string;
}
