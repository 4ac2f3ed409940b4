import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { refusal } from "../front/refusal.ts";
import type { Stand } from "../stand.ts";
import { changedFiles } from "./changed-files.ts";
import { compared } from "./compared.ts";
import { copyCommits } from "./copy-commits.ts";
import { changedSince } from "./merged-tree.ts";
import { page } from "./page.ts";
import { unifiedDiff } from "./unified-diff.ts";

interface Side {
  readonly ref: string;
  readonly sha: string;
  readonly repo?: { readonly full_name: string } | null;
}

/** A pull request as the emulator has it. */
export interface EmulatedPull {
  readonly state: string;
  readonly merged: boolean;
  readonly draft: boolean;
  readonly head: Side;
  readonly base: Side;
  [field: string]: unknown;
}

/** A file of a comparison. */
export interface ComparedFile {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: string;
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  readonly patch?: string;
}

/** What pull requests change, which the emulator invents: files, sizes, commits and diffs are those of a comparison. */
export function pullRoutes(stand: Stand): Routes {
  const pullOf = async (ask: Ask, path: string): Promise<Answer> =>
    stand.emulator({ ...ask, method: "GET", path, query: none, body: undefined });
  return {
    "GET /repos/{owner}/{repo}/pulls": async (ask, owner, repo) => {
      const answer = await stand.emulator(ask);
      if (answer.status !== 200) return answer;
      const at = `/repos/${owner}/${repo}`;
      const pulls = (answer.body as EmulatedPull[]).map((pull) => present(stand, ask, at, pull));
      return { ...answer, body: await Promise.all(pulls) };
    },
    "POST /repos/{owner}/{repo}/pulls/{number}/requested_reviewers": async (ask, owner, repo, number) => {
      const { reviewers = [] } = (ask.body ?? {}) as { reviewers?: readonly string[] };
      const pull = await pullOf(ask, `/repos/${owner}/${repo}/pulls/${number}`);
      const author = (pull.body as { user?: { login: string } } | undefined)?.user?.login ?? "";
      if (reviewers.includes(author)) return refusal(422, "Review cannot be requested from pull request author.");
      const repository = stand.repositories.named(`${owner}/${repo}`);
      if (repository !== undefined && reviewers.some((login) => !stand.repositories.isAbout(repository, login)))
        return refusal(
          422,
          `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${owner}/${repo} repository.`,
        );
      const answer = await stand.emulator(ask);
      return answer.status === 200 ? { ...answer, status: 201 } : answer;
    },
    "PATCH /repos/{owner}/{repo}/pulls/{number}": async (ask, owner, repo) => {
      const { base } = (ask.body ?? {}) as { base?: string };
      if (base === undefined) return undefined;
      const path = `/repos/${owner}/${repo}/git/ref/heads/${base}`;
      const { status } = await stand.emulator({ ...ask, method: "GET", path, query: none, body: undefined });
      if (status === 200) return undefined;
      const errors = [{ resource: "PullRequest", field: "base", code: "invalid" }];
      return refusal(422, "Validation Failed", { errors });
    },
    "GET /repos/{owner}/{repo}/pulls/{number}": async (ask, owner, repo, number) => {
      const at = `/repos/${owner}/${repo}`;
      const answer = await pullOf(ask, `${at}/pulls/${number}`);
      if (answer.status !== 200) return answer;
      const pull = await present(stand, ask, at, answer.body as EmulatedPull);
      const { files, commits } = await changes(stand, ask, at, pull);
      const accept = ask.headers.accept ?? "";
      if (/vnd\.github\.(v3\.)?(diff|patch)/.test(accept)) return unifiedDiff(files);
      const merging = await mergingOf(stand, ask, at, pull);
      const auto_merge = stand.autoMerges.get(`${at}/pulls/${number}`) ?? null;
      return { ...answer, body: { ...pull, ...sizesOf(files), commits: commits.length, ...merging, auto_merge } };
    },
    "GET /repos/{owner}/{repo}/pulls/{number}/files": async (ask, owner, repo, number) => {
      const at = `/repos/${owner}/${repo}`;
      const answer = await pullOf(ask, `${at}/pulls/${number}`);
      if (answer.status !== 200) return answer;
      const { files } = await changes(stand, ask, at, answer.body as EmulatedPull);
      return page(ask, stand.url, files.slice(0, 3000));
    },
    "GET /repos/{owner}/{repo}/pulls/{number}/commits": async (ask, owner, repo, number) => {
      const at = `/repos/${owner}/${repo}`;
      const answer = await pullOf(ask, `${at}/pulls/${number}`);
      if (answer.status !== 200) return answer;
      const { commits } = await changes(stand, ask, at, answer.body as EmulatedPull);
      return page(ask, stand.url, commits);
    },
    "GET /repos/{owner}/{repo}/compare/{basehead}": async (ask, owner, repo, basehead = "") => {
      if (!/vnd\.github\.(v3\.)?(diff|patch)/.test(ask.headers.accept ?? "")) return undefined;
      const answer = await stand.emulator({ ...ask, headers: {}, path: `/repos/${owner}/${repo}/compare/${basehead}` });
      return answer.status === 200 ? unifiedDiff((answer.body as { files: ComparedFile[] }).files) : answer;
    },
    "GET /repos/{owner}/{repo}/pulls/{number}/merge": async (ask, owner, repo, number) => {
      const answer = await pullOf(ask, `/repos/${owner}/${repo}/pulls/${number}`);
      if (answer.status !== 200) return answer;
      return stand.merges.has(`/repos/${owner}/${repo}/pulls/${number}`) ? { status: 204 } : refusal(404, "Not Found");
    },
  };
}

const none = new URLSearchParams();

/** An open pull request's head moves with its branch, which the emulator forgets; from a fork its commits come along. */
async function present(stand: Stand, ask: Ask, at: string, pull: EmulatedPull): Promise<EmulatedPull> {
  if (pull.state !== "open") return pull;
  const own = pull.head.repo == null ? at : `/repos/${pull.head.repo.full_name}`;
  const path = `${own}/git/ref/heads/${pull.head.ref}`;
  const { status, body } = await stand.emulator({ ...ask, method: "GET", path, query: none, body: undefined });
  if (status !== 200) return pull;
  const { sha } = (body as { object: Side }).object;
  if (own !== at) await copyCommits(stand, own, at, sha);
  return { ...pull, head: { ...pull.head, sha } };
}

/** What a pull request would bring into its base. */
async function changes(stand: Stand, ask: Ask, at: string, emulated: EmulatedPull) {
  const pull = await present(stand, ask, at, emulated);
  const { status, body } = await compared(stand, ask, at, pull.base.sha, pull.head.sha);
  if (status !== 200) return { files: [], commits: [] };
  const { files, commits, merge_base_commit: base } = body as Compared;
  // A comparison ends at three hundred files; a pull request's list does not.
  const whole = files.length < 300 ? files : await changedFiles(stand, ask, at, base.sha, pull.head.sha);
  return { files: whole, commits };
}

interface Compared {
  readonly files: readonly ComparedFile[];
  readonly commits: readonly object[];
  readonly merge_base_commit: { readonly sha: string };
}

function sizesOf(files: readonly ComparedFile[]) {
  const sum = (what: "additions" | "deletions") => files.reduce((all, file) => all + file[what], 0);
  return { additions: sum("additions"), deletions: sum("deletions"), changed_files: files.length };
}

/** Whether a merge would go through; the emulator holds everything for clean. */
async function mergingOf(stand: Stand, ask: Ask, at: string, { state, draft, base, head }: EmulatedPull) {
  if (state !== "open") return {};
  const tip = await stand.emulator({
    ...ask,
    method: "GET",
    path: `${at}/git/ref/heads/${base.ref}`,
    query: none,
    body: undefined,
  });
  if (tip.status !== 200) return {};
  const changed = await changedSince(stand, ask, at, (tip.body as { object: Side }).object.sha, head.sha);
  if (changed === undefined) return { mergeable: false, mergeable_state: "dirty" };
  return { mergeable: true, mergeable_state: draft ? "draft" : "clean" };
}
