import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { notFound, refusal } from "../front/refusal.ts";
import type { Run, Workflow } from "../kept/workflows.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";
import { artifactBody, jobBody, runBody, workflowBody } from "./workflow-bodies.ts";

type Of<What> = (ask: Ask, what: What) => Answer | Promise<Answer>;

/** Actions: workflows, runs, jobs and what they printed. */
export function workflowRoutes(stand: Stand): Routes {
  const { workflows, url } = stand;
  const workflowOf = (owner: string | undefined, repo: string | undefined, id = "") =>
    workflows.all.find(
      (one) => one.repository === `${owner}/${repo}` && (String(one.id) === id || one.path.endsWith(`/${id}`)),
    );
  const here = (owner?: string, repo?: string) =>
    workflows.runs.filter(({ workflow }) => workflow.repository === `${owner}/${repo}`).reverse();
  const withWorkflow = (then: Of<Workflow>) => (ask: Ask, owner?: string, repo?: string, id?: string) => {
    const found = workflowOf(owner, repo, id);
    return found === undefined ? notFound() : then(ask, found);
  };
  const withRun = (then: Of<Run>) => (ask: Ask, owner?: string, repo?: string, id?: string) => {
    const found = here(owner, repo).find((one) => String(one.id) === id);
    return found === undefined ? notFound() : then(ask, found);
  };
  const whole = async (ask: Ask, run: Run) => {
    const get = async (path: string) =>
      (
        await stand.emulator({
          ...ask,
          method: "GET",
          path,
          query: new URLSearchParams(),
          headers: {},
          body: undefined,
        })
      ).body;
    const [repository, actor] = await Promise.all([
      get(`/repos/${run.workflow.repository}`),
      get(`/users/${encodeURIComponent(run.actor)}`),
    ]);
    return { ...runBody(url, run), repository, head_repository: repository, actor, triggering_actor: actor };
  };
  const runs = async (ask: Ask, all: readonly Run[]) => {
    const fitting = await Promise.all(all.filter((run) => fits(run, ask.query)).map((run) => whole(ask, run)));
    return page(ask, url, fitting, (items) => ({ total_count: fitting.length, workflow_runs: items }));
  };
  return {
    "GET /repos/{owner}/{repo}/actions/workflows": (ask, owner, repo) => {
      const all = workflows.all
        .filter(({ repository }) => repository === `${owner}/${repo}`)
        .map((one) => workflowBody(url, one));
      return page(ask, url, all, (items) => ({ total_count: all.length, workflows: items }));
    },
    "GET /repos/{owner}/{repo}/actions/workflows/{id}": withWorkflow((_, found) => ({
      status: 200,
      body: workflowBody(url, found),
    })),
    "GET /repos/{owner}/{repo}/actions/workflows/{id}/runs": withWorkflow((ask, found) =>
      runs(ask, workflows.runs.filter(({ workflow }) => workflow === found).reverse()),
    ),
    "POST /repos/{owner}/{repo}/actions/workflows/{id}/dispatches": withWorkflow((ask, found) =>
      dispatch(stand, ask, found),
    ),
    "GET /repos/{owner}/{repo}/actions/runs": (ask, owner, repo) => runs(ask, here(owner, repo)),
    "GET /repos/{owner}/{repo}/actions/runs/{id}": withRun(async (ask, run) => ({
      status: 200,
      body: await whole(ask, run),
    })),
    "GET /repos/{owner}/{repo}/actions/runs/{id}/jobs": withRun((ask, run) =>
      page(
        ask,
        url,
        run.jobs.map((job) => jobBody(url, run, job)),
        (items) => ({ total_count: run.jobs.length, jobs: items }),
      ),
    ),
    "GET /repos/{owner}/{repo}/actions/runs/{id}/artifacts": withRun((ask, run) => artifacts(ask, url, [run])),
    "GET /repos/{owner}/{repo}/actions/artifacts": (ask, owner, repo) => artifacts(ask, url, here(owner, repo)),
    "POST /repos/{owner}/{repo}/actions/runs/{id}/rerun": withRun((_, run) => again(run, () => true)),
    "POST /repos/{owner}/{repo}/actions/runs/{id}/rerun-failed-jobs": withRun((_, run) =>
      again(run, ({ conclusion }) => conclusion === "failure"),
    ),
    "POST /repos/{owner}/{repo}/actions/runs/{id}/cancel": withRun((_, run) => {
      if (run.status === "completed") return refusal(409, "Cannot cancel a workflow run that is completed.");
      Object.assign(run, { status: "completed", conclusion: "cancelled" });
      return { status: 202, body: {} };
    }),
    "GET /repos/{owner}/{repo}/actions/jobs/{id}": (_, owner, repo, id) => {
      const [run, job] = jobOf(here(owner, repo), id);
      return run === undefined || job === undefined ? notFound() : { status: 200, body: jobBody(url, run, job) };
    },
    // The address that GitHub leads to is another host's, good for a minute, and wants no token.
    "GET /repos/{owner}/{repo}/actions/jobs/{id}/logs": (_, owner, repo, id) => {
      const [, job] = jobOf(here(owner, repo), id);
      return job === undefined
        ? notFound()
        : { status: 302, headers: { location: `${url}/storage/logs/${job.id}?sig=sandbox` } };
    },
    "GET /storage/logs/{id}": (_, id) => {
      const [, job] = jobOf(workflows.runs, id);
      return job === undefined ? notFound() : { status: 200, headers: { "content-type": "text/plain" }, body: job.log };
    },
  };
}

function jobOf(runs: readonly Run[], id: string | undefined) {
  const run = runs.find(({ jobs }) => jobs.some((job) => String(job.id) === id));
  return [run, run?.jobs.find((job) => String(job.id) === id)] as const;
}

function fits(run: Run, query: URLSearchParams): boolean {
  const is = (name: string, value: string | null) => (query.get(name) ?? value) === value;
  const status = query.get("status");
  return (
    is("branch", run.branch) &&
    is("event", run.event) &&
    is("actor", run.actor) &&
    is("head_sha", run.sha) &&
    (status === null || status === run.status || status === run.conclusion)
  );
}

function artifacts(ask: Ask, url: string, runs: readonly Run[]): Answer {
  const all = runs.flatMap((run) => run.artifacts.map((one) => artifactBody(url, run, one)));
  return page(ask, url, all, (items) => ({ total_count: all.length, artifacts: items }));
}

function again(run: Run, isMeant: (job: Run["jobs"][number]) => boolean): Answer {
  if (run.status !== "completed") return refusal(403, "This workflow is already running");
  Object.assign(run, { status: "queued", conclusion: null, attempt: run.attempt + 1 });
  for (const job of run.jobs.filter(isMeant)) Object.assign(job, { status: "queued", conclusion: null });
  return { status: 201, body: {} };
}

async function dispatch(stand: Stand, ask: Ask, workflow: Workflow): Promise<Answer> {
  const { ref = "", inputs = {} } = (ask.body ?? {}) as { ref?: string; inputs?: Record<string, string> };
  if (workflow.inputs === undefined) return refusal(422, "Workflow does not have 'workflow_dispatch' trigger");
  const unknown = Object.keys(inputs).filter((name) => !workflow.inputs?.includes(name));
  if (unknown.length > 0) return refusal(422, `Unexpected inputs provided: ${JSON.stringify(unknown)}`);
  const path = `/repos/${workflow.repository}/commits/${ref.replace(/^refs\/(heads|tags)\//, "")}`;
  const commit = await stand.emulator({ ...ask, method: "GET", path, body: undefined });
  if (commit.status !== 200) return refusal(422, `No ref found for: ${ref}`);
  const { sha } = commit.body as { sha: string };
  const run = {
    workflow,
    branch: ref,
    sha,
    event: "workflow_dispatch",
    actor: ask.credential?.login ?? "",
    artifacts: [],
  };
  stand.workflows.run({ ...run, status: "queued", conclusion: null }, []);
  return { status: 204 };
}
