import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { shownFields } from "../changing/shown-fields.ts";

/** What `github_actions_write` is asked; each method takes some of it. */
export interface ActionsInput extends RepositoryName {
  readonly method: keyof typeof actionChanges;
  readonly workflow_id?: string | undefined;
  readonly ref?: string | undefined;
  readonly inputs?: Readonly<Record<string, string>> | undefined;
  readonly run_id?: number | undefined;
  readonly failed_only: boolean;
}

type Making = (input: ActionsInput, call: GithubCall) => Change;

const dispatch: Making = ({ owner, repo, inputs = {}, ...given }, call) => {
  const workflow_id = needed(given.workflow_id, "workflow_id", "dispatch");
  const ref = needed(given.ref, "ref", "dispatch");
  const about = `the workflow ${workflow_id} of ${owner}/${repo}`;
  return {
    target: { owner, repo },
    foresee: async () => ({
      summary: `Start ${about} on ${ref}\n\n${shownFields(inputs)}`.trimEnd(),
      state: [workflow_id, ref, inputs],
    }),
    async apply() {
      const route = "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches";
      await call.request(route, { owner, repo, workflow_id, ref, inputs }, about);
      return done(`Started ${about}. Its run appears in github_actions_read in a moment.`);
    },
  };
};

const rerun: Making = (input, call) => {
  const failed = input.failed_only;
  return ofRun(input, call, failed ? "run its failed jobs again" : "run it again", async (at) => {
    const route = `POST /repos/{owner}/{repo}/actions/runs/{run_id}/${failed ? "rerun-failed-jobs" : "rerun"}` as const;
    await call.request(route, at, runName(at));
  });
};

const cancel: Making = (input, call) =>
  ofRun(input, call, "cancel it", async (at) => {
    await call.request("POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel", at, runName(at));
  });

/** How each method of `github_actions_write` changes what. */
export const actionChanges = { dispatch, rerun, cancel } as const;

type RunAt = RepositoryName & { readonly run_id: number };

const runName = ({ owner, repo, run_id }: RunAt) => `run ${run_id} of ${owner}/${repo}`;

function ofRun(input: ActionsInput, call: GithubCall, what: string, apply: (at: RunAt) => Promise<void>): Change {
  const { owner, repo, method } = input;
  const at = { owner, repo, run_id: needed(input.run_id, "run_id", method) };
  const about = runName(at);
  return {
    target: { owner, repo },
    async foresee() {
      const { name, status, conclusion, head_branch, run_attempt } = await call.request(
        "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
        at,
        about,
      );
      return {
        summary: `${about}: ${name} on ${head_branch}, ${conclusion ?? status}\n\n${what}`,
        state: [what, status, run_attempt],
      };
    },
    async apply() {
      await apply(at);
      return done(`Asked GitHub for ${about}: ${what}. See how it goes with github_actions_read (method jobs).`);
    },
  };
}
