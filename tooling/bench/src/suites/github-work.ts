import { checkMarks } from "../checks/check-marks.ts";
import { checkText } from "../checks/check-text.ts";
import { marks } from "../github/marks.ts";
import type { Work } from "../measures/work.ts";
import type { GithubTask } from "../peers/github-task.ts";

const marked = (mark: string, times: number) => (texts: readonly string[]) => checkMarks(texts, mark, times);
const file = (texts: readonly string[]) => checkText(texts, marks.file);
const issues = marked(marks.issue, marks.issues);
const commits = marked(marks.commit, marks.commits);
const repositories = marked(marks.repository, marks.repositories);
const issue = marked(marks.issue, 1);

const checks: Readonly<Record<GithubTask, Work["check"]>> = {
  "read file": file,
  "read file again": file,
  "read file of a commit again": file,
  "list issues": issues,
  "list issues again": issues,
  "get issue": issue,
  "get issue again": issue,
  "search repositories": repositories,
  "search repositories again": repositories,
  "list commits": commits,
  "list commits again": commits,
  review: marked(marks.pull, 1),
  "create issue": marked("/acme/site/issues/", 1),
  comment: marked("/acme/site/issues/8#", 1),
};

/** A piece of work of the github suite, checked against what the recorded GitHub holds. */
export function githubWork(task: GithubTask): Work {
  return { task, check: checks[task] };
}
