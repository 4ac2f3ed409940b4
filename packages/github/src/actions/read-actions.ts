import { ConnectorError, type Content, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { needed } from "../changing/needed.ts";
import { fillPage } from "../listing/fill-page.ts";
import { given } from "../shown/given.ts";
import { linesOrNone } from "../shown/lines-or-none.ts";
import { nobody } from "../trust/nobody.ts";
import { trimmedLog } from "./trimmed-log.ts";

/** What `github_actions_read` is asked. */
export interface ActionsQuestion extends RepositoryName {
  readonly method: "runs" | "jobs" | "logs" | "artifacts";
  readonly workflow_id?: string | undefined;
  readonly branch?: string | undefined;
  readonly status?: string | undefined;
  readonly run_id?: number | undefined;
  readonly job_id?: number | undefined;
  readonly job_name?: string | undefined;
  readonly whole: boolean;
}

const size = 50;

/** Lines of a log that is trimmed to its failure. */
const mostTrimmed = 200;

const aroundErrors = "around its errors; whole: true for all";
const itsEnd = "its end, since nothing in it looks like an error; whole: true for all";

type Reading = (input: ActionsQuestion, call: GithubCall, context: ToolContext<Github>) => Promise<Content>;

const runs: Reading = async ({ owner, repo, workflow_id, branch, status }, call, { page }) => {
  const what = `workflow runs of ${owner}/${repo}`;
  const ask = async (number: number) => {
    const filters = { ...given({ branch, status }), per_page: size, page: number };
    const about = workflow_id === undefined ? what : `the workflow ${workflow_id} of ${owner}/${repo}`;
    const answer =
      workflow_id === undefined
        ? await call.request("GET /repos/{owner}/{repo}/actions/runs", { owner, repo, ...filters } as never, about)
        : await call.request(
            "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
            { owner, repo, workflow_id, ...filters } as never,
            about,
          );
    return answer.workflow_runs;
  };
  const lines = await fillPage({ page, size }, ask, (run) => {
    call.ledger.record({ owner, repo, author: run.actor?.login ?? "ghost", what });
    const when = run.run_started_at ?? run.created_at;
    return `${run.id} ${run.conclusion ?? run.status} ${run.name} (${run.event}) on ${run.head_branch} at ${run.head_sha.slice(0, 10)}, ${when}: ${run.display_title}`;
  });
  return linesOrNone(lines, "No run is so.");
};

const jobs: Reading = async (input, call, { page }) => {
  const { owner, repo } = input;
  const run_id = needed(input.run_id, "run_id", "jobs");
  await recordOrigin({ owner, repo, run_id }, call);
  const ask = async (number: number) => {
    const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs";
    return (
      await call.request(
        route,
        { owner, repo, run_id, per_page: size, page: number },
        `run ${run_id} of ${owner}/${repo}`,
      )
    ).jobs;
  };
  const lines = await fillPage({ page, size }, ask, ({ id, name, status, conclusion, steps = [] }) => {
    const failed = steps.filter((step) => step.conclusion === "failure").map((step) => step.name);
    return `${id} ${conclusion ?? status} ${name}${failed.length === 0 ? "" : `, failed at: ${failed.join(", ")}`}`;
  });
  return linesOrNone(lines, `Run ${run_id} has no jobs yet.`);
};

const artifacts: Reading = async (input, call, { page }) => {
  const { owner, repo, run_id } = input;
  const ask = async (number: number) => {
    const at = { owner, repo, per_page: size, page: number };
    const answer =
      run_id === undefined
        ? await call.request("GET /repos/{owner}/{repo}/actions/artifacts", at, `artifacts of ${owner}/${repo}`)
        : await call.request(
            "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
            { ...at, run_id },
            `run ${run_id} of ${owner}/${repo}`,
          );
    return answer.artifacts;
  };
  const lines = await fillPage(
    { page, size },
    ask,
    ({ id, name, size_in_bytes: bytes, expired, created_at: at }) =>
      `${id} ${name}, ${bytes} bytes, ${at}${expired ? ", expired" : ""}`,
  );
  return linesOrNone(lines, "No artifacts.");
};

const logs: Reading = async (input, call, context) => {
  const { owner, repo, whole } = input;
  const job = await jobOf(input, call);
  const about = `the log of job ${job.id} in ${owner}/${repo}`;
  await recordOrigin({ owner, repo, run_id: Number(job.run_id) }, call);
  const route = "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs";
  const { body } = await call.send(route, { owner, repo, job_id: job.id }, { about, follows: true });
  const begin = (context.page.place as number | undefined) ?? 0;
  const trimmed = whole ? undefined : trimmedLog(body, mostTrimmed);
  const lines = trimmed?.lines ?? body.replace(/\r?\n$/, "").split(/\r?\n/);
  const shown: string[] = [];
  for (const line of lines.slice(begin)) {
    if (!context.page.take(line)) break;
    shown.push(line);
  }
  if (begin + shown.length < lines.length) {
    if (shown.length === 0)
      throw new ConnectorError("refused", `Line ${begin + 1} of ${about} is longer than an answer may be.`);
    context.page.stopAt(begin + shown.length);
  }
  const facts = {
    job: job.name,
    job_id: Number(job.id),
    conclusion: job.conclusion ?? job.status,
    lines: trimmed?.total ?? lines.length,
    ...(trimmed === undefined ? {} : { shown: trimmed.hasErrors ? aroundErrors : itsEnd }),
  };
  return { facts, parts: [{ text: shown.join("\n") }] };
};

/** What a run says was written by whoever wrote what it ran on, and set it off: looking at it is what records them. */
async function recordOrigin(at: RepositoryName & { readonly run_id: number }, call: GithubCall): Promise<void> {
  const about = `run ${at.run_id} of ${at.owner}/${at.repo}`;
  const { actor } = await call.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", at, about);
  call.ledger.record({ owner: at.owner, repo: at.repo, author: actor?.login ?? nobody, what: about });
}

/** The job that is meant: by its id, or by its name in a run; without a name the first that failed. */
async function jobOf({ owner, repo, job_id, run_id, job_name }: ActionsQuestion, call: GithubCall) {
  if (job_id !== undefined) {
    return call.request(
      "GET /repos/{owner}/{repo}/actions/jobs/{job_id}",
      { owner, repo, job_id },
      `job ${job_id} of ${owner}/${repo}`,
    );
  }
  const id = needed(run_id, "job_id, or run_id", "logs");
  const found = await jobsOf(call, { owner, repo }, id);
  const meant =
    job_name === undefined
      ? found.find(({ conclusion }) => conclusion === "failure")
      : found.find(({ name }) => name === job_name);
  if (meant !== undefined) return meant;
  const what = job_name === undefined ? "job that failed" : `job ${job_name}`;
  const names = found.slice(0, 50).map(({ name }) => name);
  throw call.invalid(`Run ${id} has no ${what}. Its jobs: ${names.join(", ") || "none yet"}. Name one with job_name.`);
}

/** A run has up to 256 jobs of each matrix; they come a hundred at a time. */
async function jobsOf(call: GithubCall, at: RepositoryName, run_id: number) {
  const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs";
  const about = `run ${run_id} of ${at.owner}/${at.repo}`;
  const ask = (page: number) => call.request(route, { ...at, run_id, per_page: 100, page }, about);
  const { jobs: all } = await ask(1);
  for (let page = 2; page <= 10 && all.length === (page - 1) * 100; page += 1) all.push(...(await ask(page)).jobs);
  return all;
}

const readings: Readonly<Record<ActionsQuestion["method"], Reading>> = { runs, jobs, logs, artifacts };

/** Runs of workflows, their jobs, and what they said. */
export function readActions(input: ActionsQuestion, context: ToolContext<Github>): Promise<Content> {
  return readings[input.method](input, context.client.call(context), context);
}
