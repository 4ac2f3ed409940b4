import { connection } from "./connection.ts";
import type { Rest } from "./rest.ts";
import type { Viewer } from "./viewer.ts";

const upper = (text: string | null | undefined) => text?.toUpperCase() ?? null;

const bad = new Set(["FAILURE", "TIMED_OUT", "CANCELLED", "ACTION_REQUIRED", "STARTUP_FAILURE", "ERROR"]);

/** All checks and statuses of a commit, with what they come to; null where there are none. */
export async function rollup(viewer: Viewer, at: string, sha: string) {
  const runs = await viewer.list(`${at}/commits/${sha}/check-runs`, "check_runs");
  const status = await viewer.get(`${at}/commits/${sha}/status`);
  const contexts = [
    ...runs.map((run) => checkRunNode(viewer, at, run)),
    ...((status?.statuses ?? []) as Rest[]).map(statusContextNode),
  ];
  if (contexts.length === 0) return null;
  const states = contexts.map((one) =>
    "conclusion" in one ? (one.conclusion ?? "PENDING") : (one.state ?? "PENDING"),
  );
  const state = states.some((one) => bad.has(one)) ? "FAILURE" : states.includes("PENDING") ? "PENDING" : "SUCCESS";
  return {
    id: `rollup-${sha}`,
    state,
    contexts: connection(() => contexts, {
      checkRunCount: runs.length,
      statusContextCount: contexts.length - runs.length,
    }),
  };
}

/** A check. */
export function checkRunNode(viewer: Viewer, at: string, run: Rest) {
  return {
    __typename: "CheckRun",
    id: run.node_id,
    databaseId: run.id,
    name: run.name,
    status: upper(run.status),
    conclusion: upper(run.conclusion),
    title: run.output?.title ?? null,
    summary: run.output?.summary ?? null,
    text: run.output?.text ?? null,
    startedAt: run.started_at,
    completedAt: run.completed_at,
    detailsUrl: run.details_url,
    checkSuite: {
      __typename: "CheckSuite",
      workflowRun: () => {
        const found = viewer.stand.workflows.runs.find(({ jobs }) => jobs.some(({ id }) => id === run.id));
        return found === undefined ? null : { __typename: "WorkflowRun", databaseId: found.id };
      },
    },
    url: run.html_url,
    annotations: connection(async () => {
      const body = await viewer.get(`${at}/check-runs/${run.id}/annotations`);
      return ((Array.isArray(body) ? body : []) as Rest[]).map(annotation);
    }),
  };
}

function annotation(one: Rest) {
  return {
    path: one.path,
    message: one.message,
    title: one.title,
    rawDetails: one.raw_details,
    blobUrl: one.blob_href,
    annotationLevel: upper(one.annotation_level),
    location: {
      start: { line: one.start_line, column: one.start_column },
      end: { line: one.end_line, column: one.end_column },
    },
  };
}

function statusContextNode(status: Rest) {
  return {
    __typename: "StatusContext",
    id: status.node_id,
    context: status.context as string,
    state: upper(status.state),
    description: status.description,
    targetUrl: status.target_url,
    createdAt: status.created_at,
  };
}
