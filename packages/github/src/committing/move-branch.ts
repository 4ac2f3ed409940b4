import { ConnectorError } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { movedHead } from "./moved-head.ts";

interface Move {
  readonly branch: string;
  readonly from: string;
  readonly to: string;
  /** Of the files that the new commit changes. */
  readonly paths: readonly string[];
}

/**
 * Moves a branch to a new commit. Never forced: GitHub takes it only where the commit follows the branch's head. Where the
 * answer is lost on the way, the branch itself tells whether it was moved.
 */
export async function moveBranch(call: GithubCall, at: RepositoryName, move: Move): Promise<void> {
  const { branch, from, to, paths } = move;
  const ref = `heads/${branch}`;
  const about = `the branch ${branch} of ${at.owner}/${at.repo}`;
  try {
    await call.request("PATCH /repos/{owner}/{repo}/git/refs/{ref}", { ...at, ref, sha: to }, about);
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    const { object } = await call.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...at, ref }, about);
    if (object.sha === to) return;
    if (object.sha !== from) throw await movedHead(call, at, { expected: from, found: object.sha }, paths);
    throw notMoved(error, about);
  }
}

function notMoved(error: ConnectorError, about: string): ConnectorError {
  if (error.code === "conflict")
    return new ConnectorError("unavailable", `GitHub did not move ${about}: nothing was written. Try again.`);
  if (error.code !== "invalid_input" && error.code !== "refused") return error;
  const instead = "commit to a branch of your own (github_create_branch) and open a pull request (github_pr_write).";
  return error.withMessage(`${error.message} Nothing was written to ${about}. If it is protected, ${instead}`);
}
