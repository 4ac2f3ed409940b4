import { type CallContext, sha256, type Watch, type WatchListener } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import { numberedAddress } from "../resources/numbered-address.ts";
import { Looks } from "./looks.ts";

interface Pull {
  readonly head: { readonly sha: string };
  readonly base: { readonly ref: string };
  readonly [field: string]: unknown;
}

interface Checks {
  readonly check_runs: ReadonlyArray<{
    readonly id: number;
    readonly status: string;
    readonly conclusion: string | null;
  }>;
}

/** Whatever happens to a pull request, a comment or a review included, changes its time; what GitHub finds out of it does not. */
const telling = ["title", "body", "state", "draft", "merged", "mergeable", "mergeable_state", "updated_at"] as const;

/**
 * Watches a pull request, the checks of its head and the statuses that were set there: the overview comes from GraphQL, which knows no
 * conditional requests.
 */
export async function watchPull(uri: string, listener: WatchListener, context: CallContext<Github>): Promise<Watch> {
  const { owner, repo, number } = numberedAddress(uri);
  const looks = new Looks(context.client.call(context), `pull request ${owner}/${repo}#${number}`);
  const at = { owner, repo };
  const own = { route: "GET /repos/{owner}/{repo}/pulls/{pull_number}", parameters: { ...at, pull_number: number } };
  const state = async () => {
    const { head, digest } = await looks.at(own, (pull: Pull) => ({
      head: pull.head.sha,
      digest: sha256(JSON.stringify([pull.head.sha, pull.base.ref, ...telling.map((field) => pull[field])])),
    }));
    const parameters = { ...at, ref: head, per_page: 100 };
    const route = "GET /repos/{owner}/{repo}/commits/{ref}";
    const checks = await looks.ifAllowed({ route: `${route}/check-runs`, parameters }, ({ check_runs: runs }: Checks) =>
      sha256(JSON.stringify(runs.map(({ id, status, conclusion }) => [id, status, conclusion]))),
    );
    const statuses = await looks.ifAllowed(
      { route: `${route}/status`, parameters },
      ({ state }: { state: string }) => state,
    );
    return [digest, checks, statuses].join(" ");
  };
  return context.client.watching.begin({ looks, state }, listener, context);
}
