import { answerSize } from "../measures/answer-size.ts";
import { githubTime } from "../measures/github-time.ts";
import { pacedTime } from "../measures/paced-time.ts";
import { peakMemory } from "../measures/peak-memory.ts";
import { quota } from "../measures/quota.ts";
import type { Repetition } from "../measures/repeated-time.ts";
import { startUp } from "../measures/start-up.ts";
import { toolListSize } from "../measures/tool-list-size.ts";
import { drawbridgeGithub } from "../peers/drawbridge-github.ts";
import type { GithubTask } from "../peers/github-task.ts";
import { inProcess } from "../peers/in-process.ts";
import type { Setup } from "../peers/peer.ts";
import { referenceGithub } from "../peers/reference-github.ts";
import { percentile } from "../percentile.ts";
import { githubSamples } from "../samples/github-samples.ts";
import { githubWork } from "./github-work.ts";
import type { Suite } from "./suite.ts";

const at = (percent: number) => (samples: readonly number[]) => percentile(samples, percent);

const time = { statistic: at(50), unit: "milliseconds", better: "lower" } as const;
const size = { statistic: at(50), unit: "bytes", better: "lower" } as const;
const beside = (ratio: number) => ({ goal: { peer: "reference", ratio } });

/** @drawbridge/github beside another server, and beside bare Octokit as the floor. */
export function github(folder: string): Suite {
  const samples = githubSamples();
  const measure = (name: string, task: GithubTask, setup: Setup = "near", more: Partial<Repetition> = {}) =>
    githubTime(folder, samples, { name, work: githubWork(task), setup, times: 20, warmUp: 300, ...more });
  const start = startUp(folder);
  const file = measure("read-file", "read file");
  const issue = measure("get-issue", "get issue");
  const issues = measure("list-issues", "list issues");
  const commits = measure("list-commits", "list commits");
  const found = measure("search", "search repositories");
  const review = measure("review", "review");
  const fileAgain = measure("read-file-again", "read file again");
  const ofCommitAgain = measure("read-file-of-commit-again", "read file of a commit again");
  const issueAgain = measure("get-issue-again", "get issue again");
  const issuesAgain = measure("list-issues-again", "list issues again");
  const paced = (name: string, task: GithubTask, setup: Setup = "far", warmUp = 200) =>
    pacedTime(folder, { name, work: githubWork(task), setup, seconds: 5, warmUp });
  const filePaced = paced("read-file-paced", "read file");
  const issuePaced = paced("get-issue-paced", "get issue");
  const issuesPaced = paced("list-issues-paced", "list issues");
  const commitsPaced = paced("list-commits-paced", "list commits");
  const foundPaced = paced("search-paced", "search repositories");
  const reviewPaced = paced("review-paced", "review");
  const createPaced = paced("create-issue-paced", "create issue", "writing far", 10);
  const commentPaced = paced("comment-paced", "comment", "writing far", 10);
  const fileAgainPaced = paced("read-file-again-paced", "read file again");
  const ofCommitAgainPaced = paced("read-file-of-commit-again-paced", "read file of a commit again");
  const fileFresh = paced("read-file-fresh-paced", "read file again", "remembering");
  const seldom = { warmUp: 100 };
  const fileFar = measure("read-file-far", "read file", "far", seldom);
  const issueFar = measure("get-issue-far", "get issue", "far", seldom);
  const issuesFar = measure("list-issues-far", "list issues", "far", seldom);
  // Ours makes no more changes a minute than GitHub takes.
  const few = { times: 4, warmUp: 10, mostRounds: 15 };
  const create = measure("create-issue", "create issue", "writing", few);
  const comment = measure("comment", "comment", "writing", few);
  const spent = quota(folder, samples, { name: "quota-again", work: githubWork("read file again"), times: 100 });
  const load = [{ work: githubWork("list issues"), atOnce: 8, times: 400 }];
  const memory = peakMemory(folder, { name: "memory", load });
  const answer = answerSize(folder, "answer", githubWork("list issues"));
  const tools = toolListSize(folder, "tools", "usual");
  const tokens = (bytes: readonly number[]) => size.statistic(bytes) / 4;

  return {
    title: "@drawbridge/github beside its peers",
    peers: [
      drawbridgeGithub(samples),
      referenceGithub(samples),
      { ...inProcess("Octokit"), version: async () => "in the bench itself" },
    ],
    writeSamples: samples.write,
    endSamples: samples.end,
    sections: [
      { title: "Start", rows: [{ label: "Spawn to tools/list, p50", measure: start, ...time, ...beside(0.5) }] },
      {
        title: "Asked for the first time, on loopback, p50",
        rows: [
          { label: "Read a file of 12 KB", measure: file, ...time, ...beside(0.7) },
          { label: "Get an issue", measure: issue, ...time, ...beside(0.7) },
          { label: "List 30 issues", measure: issues, ...time, ...beside(0.7) },
          { label: "List 30 commits", measure: commits, ...time, ...beside(0.7) },
          { label: "Search, 20 repositories", measure: found, ...time, ...beside(0.7) },
          { label: "Review a pull request", measure: review, ...time, ...beside(0.7) },
        ],
        notes: [
          "Review: a pull request with its checks, reviews and comments: one call of ours, four of the reference.",
        ],
      },
      {
        title: "Asked for again, on loopback, p50",
        rows: [
          { label: "Read a file of 12 KB", measure: fileAgain, ...time, ...beside(0.2) },
          { label: "The same of a commit", measure: ofCommitAgain, ...time, ...beside(0.2) },
          { label: "Get an issue", measure: issueAgain, ...time, ...beside(0.2) },
          { label: "List 30 issues", measure: issuesAgain, ...time, ...beside(0.2) },
          {
            label: "Quota of 100 reads of a file",
            measure: spent,
            statistic: at(50),
            unit: "requests",
            better: "lower",
            goal: { most: 0 },
          },
        ],
        notes: ["Quota: what GitHub takes from the hour's allowance, as the stand counts it."],
      },
      {
        title: "Asked for the first time, 10 ms away, p50",
        rows: [fileFar, issueFar, issuesFar].map((far, index) => ({
          label: ["Read a file of 12 KB", "Get an issue", "List 30 issues"][index] ?? "",
          measure: far,
          ...time,
          goal: { peer: "Octokit", ratio: 1.3 },
        })),
        notes: ["10 ms away: a proxy holds back whatever passes for 5 ms each way."],
      },
      {
        title: "A call every five seconds, 10 ms away, p50",
        rows: [
          { label: "Read a file of 12 KB", measure: filePaced, ...time, ...beside(0.7) },
          { label: "Get an issue", measure: issuePaced, ...time, ...beside(0.7) },
          { label: "List 30 issues", measure: issuesPaced, ...time, ...beside(0.7) },
          { label: "List 30 commits", measure: commitsPaced, ...time, ...beside(0.7) },
          { label: "Search, 20 repositories", measure: foundPaced, ...time, ...beside(0.7) },
          { label: "Review a pull request", measure: reviewPaced, ...time, ...beside(0.7) },
          { label: "Create an issue", measure: createPaced, ...time, ...beside(0.7) },
          { label: "Comment on an issue", measure: commentPaced, ...time, ...beside(0.7) },
          { label: "The same file again", measure: fileAgainPaced, ...time, ...beside(0.2) },
          { label: "The same file of a commit again", measure: ofCommitAgainPaced, ...time, ...beside(0.2) },
          { label: "The same file, --fresh-for 60", measure: fileFresh, ...time, ...beside(0.2) },
        ],
        notes: [
          "Every five seconds: as a model calls, which reads and thinks. Ours keeps its connection meanwhile, the reference makes a new one.",
        ],
      },
      {
        title: "Changes, on loopback, p50",
        rows: [
          { label: "Create an issue", measure: create, ...time, ...beside(0.7) },
          { label: "Comment on an issue", measure: comment, ...time, ...beside(0.7) },
        ],
      },
      {
        title: "Sizes",
        rows: [
          { label: "Answer, 30 issues", measure: answer, ...size },
          { label: "Peak, 400 lists of 30 issues", measure: memory, ...size, unit: "mebibytes" },
          { label: "Tool list", measure: tools, ...size },
          { label: "Tool list, tokens (estimate)", measure: tools, ...size, statistic: tokens, unit: "tokens" },
        ],
        notes: ["Tokens (estimate): bytes / 4, for no tokenizer is every model's."],
      },
    ],
    notes: [
      "GitHub: the sandbox's stand, whose answers are recorded and sent again by a process of its own, so that no ratio shows the stand.",
      "The reference knows api.github.com alone: what it fetches there is led to the stand by a module loaded before it (not for its start).",
      "Octokit: the bare call from the bench itself, without a plugin: the floor, no peer of ours.",
    ],
  };
}
