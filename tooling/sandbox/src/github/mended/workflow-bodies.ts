import type { Job, Run, Workflow } from "../kept/workflows.ts";
import { nodeId } from "../nodes.ts";

const time = "2026-01-05T10:00:00Z";

/** A workflow as GitHub tells it. */
export function workflowBody(url: string, { id, repository, name, path, state }: Workflow) {
  const at = `${url}/repos/${repository}/actions/workflows/${id}`;
  const html_url = `${url}/${repository}/blob/main/${path}`;
  return {
    id,
    node_id: nodeId("Workflow", id),
    name,
    path,
    state,
    created_at: time,
    updated_at: time,
    url: at,
    html_url,
    badge_url: `${html_url}/badge.svg`,
  };
}

/** A run as GitHub tells it, but for its repository and its actor. */
export function runBody(url: string, run: Run) {
  const { repository } = run.workflow;
  const at = `${url}/repos/${repository}/actions/runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId("WorkflowRun", run.id),
    name: run.workflow.name,
    display_title: run.workflow.name,
    path: run.workflow.path,
    workflow_id: run.workflow.id,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    head_branch: run.branch,
    head_sha: run.sha,
    created_at: time,
    updated_at: time,
    run_started_at: time,
    pull_requests: [],
    url: at,
    html_url: `${url}/${repository}/actions/runs/${run.id}`,
    ...Object.fromEntries(
      ["jobs", "logs", "artifacts", "cancel", "rerun"].map((what) => [`${what}_url`, `${at}/${what}`]),
    ),
    check_suite_url: `${url}/repos/${repository}/check-suites/1`,
    workflow_url: `${url}/repos/${repository}/actions/workflows/${run.workflow.id}`,
  };
}

/** A job as GitHub tells it. */
export function jobBody(url: string, run: Run, job: Job) {
  const at = `${url}/repos/${run.workflow.repository}`;
  return {
    id: job.id,
    node_id: nodeId("Job", job.id),
    run_id: run.id,
    run_attempt: run.attempt,
    run_url: `${at}/actions/runs/${run.id}`,
    url: `${at}/actions/jobs/${job.id}`,
    html_url: `${url}/${run.workflow.repository}/actions/runs/${run.id}/job/${job.id}`,
    check_run_url: `${at}/check-runs/${job.id}`,
    name: job.name,
    workflow_name: run.workflow.name,
    head_branch: run.branch,
    head_sha: run.sha,
    status: job.status,
    conclusion: job.conclusion,
    created_at: time,
    started_at: time,
    completed_at: job.status === "completed" ? "2026-01-05T10:02:00Z" : null,
    steps: job.steps.map((step, index) => ({ ...step, status: "completed", number: index + 1 })),
    labels: ["ubuntu-latest"],
    runner_id: 1,
    runner_name: "runner",
    runner_group_id: 1,
    runner_group_name: "GitHub Actions",
  };
}

/** An artifact as GitHub tells it. */
export function artifactBody(url: string, run: Run, { id, name, size }: Run["artifacts"][number]) {
  const at = `${url}/repos/${run.workflow.repository}/actions/artifacts/${id}`;
  return {
    id,
    node_id: nodeId("Artifact", id),
    name,
    size_in_bytes: size,
    url: at,
    archive_download_url: `${at}/zip`,
    expired: false,
    created_at: time,
    updated_at: time,
    expires_at: "2026-04-05T10:00:00Z",
    workflow_run: { id: run.id, repository_id: 1, head_repository_id: 1, head_branch: run.branch, head_sha: run.sha },
  };
}
