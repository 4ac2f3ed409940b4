import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { refusal } from "../front/refusal.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";
import { unifiedDiff } from "./unified-diff.ts";

interface Side {
  readonly ref: string;
  readonly sha: string;
}

/** A pull request as the emulator has it. */
export interface EmulatedPull {
  readonly state: string;
  readonly merged: boolean;
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
    "GET /repos/{owner}/{repo}/pulls/{number}": async (ask, owner, repo, number) => {
      const at = `/repos/${owner}/${repo}`;
      const answer = await pullOf(ask, `${at}/pulls/${number}`);
      if (answer.status !== 200) return answer;
      const pull = await present(stand, ask, at, answer.body as EmulatedPull);
      const { files, commits } = await changes(stand, ask, at, pull);
      const accept = ask.headers.accept ?? "";
      if (/vnd\.github\.(v3\.)?(diff|patch)/.test(accept)) return unifiedDiff(files);
      const sum = (what: "additions" | "deletions") => files.reduce((all, file) => all + file[what], 0);
      const sizes = {
        additions: sum("additions"),
        deletions: sum("deletions"),
        changed_files: files.length,
        commits: commits.length,
      };
      return {
        ...answer,
        body: { ...pull, ...sizes, auto_merge: stand.autoMerges.get(`${at}/pulls/${number}`) ?? null },
      };
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
      return (answer.body as EmulatedPull).merged ? { status: 204 } : refusal(404, "Not Found");
    },
  };
}

const none = new URLSearchParams();

/** An open pull request's head moves with its branch, which the emulator forgets. */
async function present(stand: Stand, ask: Ask, at: string, pull: EmulatedPull): Promise<EmulatedPull> {
  if (pull.state !== "open") return pull;
  const path = `${at}/git/ref/heads/${pull.head.ref}`;
  const { status, body } = await stand.emulator({ ...ask, method: "GET", path, query: none, body: undefined });
  if (status !== 200) return pull;
  return { ...pull, head: { ...pull.head, sha: (body as { object: Side }).object.sha } };
}

/** What a pull request would bring into its base. */
async function changes(stand: Stand, ask: Ask, at: string, emulated: EmulatedPull) {
  const pull = await present(stand, ask, at, emulated);
  const path = `${at}/compare/${pull.base.sha}...${pull.head.sha}`;
  const { status, body } = await stand.emulator({
    ...ask,
    method: "GET",
    path,
    query: none,
    body: undefined,
    headers: {},
  });
  if (status !== 200) return { files: [], commits: [] };
  return body as { files: ComparedFile[]; commits: object[] };
}
