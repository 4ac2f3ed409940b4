import { ConnectorError } from "@drawbridge/core";
import { trimmedLog } from "../actions/trimmed-log.ts";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { failingOf } from "./checks-of.ts";
import type { CheckContext } from "./overview-answer.ts";

/** Jobs whose logs an overview asks for; those of more are read by github_actions_read. */
const mostLogs = 3;

/** Lines of each, and how many stand around an error. */
const mostLines = 20;
const around = { before: 5, after: 2 };

/** What stands around the errors in the logs of the jobs that failed, by their id. A log that is gone is left out. */
export async function failingLogs(
  call: GithubCall,
  at: RepositoryName,
  contexts: readonly CheckContext[],
  head: string,
): Promise<ReadonlyMap<number, readonly string[]>> {
  // A check that is a job of Actions has the job's id.
  const jobs = failingOf(contexts).flatMap(({ databaseId, checkSuite }) =>
    databaseId == null || checkSuite?.workflowRun == null ? [] : [databaseId],
  );
  const logs = jobs.slice(0, mostLogs).map(async (job_id) => {
    const about = `the log of job ${job_id} in ${at.owner}/${at.repo}`;
    call.ledger.record({ ...at, author: undefined, commit: head, what: about });
    try {
      const route = "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs";
      const { body } = await call.send(route, { ...at, job_id }, { about, follows: true });
      return [job_id, trimmedLog(body, mostLines, around).lines] as const;
    } catch (error) {
      if (!ConnectorError.is(error)) throw error;
      return [job_id, []] as const;
    }
  });
  return new Map(await Promise.all(logs));
}
