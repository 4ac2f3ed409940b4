import type { Content, ContentPart } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { ChangedFile } from "../differences/changed-file.ts";
import { filesBeyond } from "../differences/files-beyond.ts";
import { matching } from "../differences/matching.ts";
import { type DifferencePlace, showDifferences } from "../differences/show-differences.ts";
import { commentPart } from "../issues/issue-parts.ts";
import { fillPage } from "../listing/fill-page.ts";
import { linesOrNone } from "../shown/lines-or-none.ts";
import type { Paged } from "../shown/paged.ts";
import { recordThread } from "../trust/record-thread.ts";

/** What `github_pr_read` is asked, beside the overview. */
export interface PullQuestion extends RepositoryName {
  readonly method: "files" | "diff" | "reviews" | "comments" | "checks" | "commits";
  readonly pull_number: number;
  readonly path?: string | undefined;
}

const size = 100;
const mostPages = 30;
const pull = "GET /repos/{owner}/{repo}/pulls/{pull_number}";

/** One side of a pull request, by pages. */
export async function readPull(input: PullQuestion, context: Paged): Promise<Content> {
  const call = context.client.call(context);
  if (input.method === "files" || input.method === "diff") return differencesOf(input, call, context);
  const { parts } = await sides[input.method](input, call, context);
  return parts.length === 0 ? linesOrNone([], `${aboutOf(input)} has no ${input.method}.`) : { parts };
}

type Side = (input: PullQuestion, call: GithubCall, context: Paged) => Promise<{ readonly parts: ContentPart[] }>;

const aboutOf = ({ owner, repo, pull_number: number }: PullQuestion) => `pull request ${owner}/${repo}#${number}`;

/** Who made a pull request chose its paths and its commits, whatever authors these name: looking at it is what records them. */
async function recordOrigin(input: PullQuestion, call: GithubCall): Promise<void> {
  const { owner, repo, pull_number } = input;
  await call.request(pull, { owner, repo, pull_number }, aboutOf(input));
}

interface Said {
  readonly user?: { readonly login: string } | null;
  readonly body: string;
}

/** Records whose words were read. */
function recordSaid(call: GithubCall, input: PullQuestion, said: readonly Said[]): void {
  const { owner, repo } = input;
  const texts = said.map(({ user, body }) => ({ author: user?.login, body }));
  recordThread(call, { owner, repo }, aboutOf(input), texts);
}

const reviews: Side = async (input, call, { page }) => {
  const { owner, repo, pull_number } = input;
  const about = aboutOf(input);
  const ask = async (number: number) => {
    const paging = { per_page: size, page: number };
    const given = await call.request(`${pull}/reviews`, { owner, repo, pull_number, ...paging }, about);
    recordSaid(call, input, given);
    return given;
  };
  const parts = await fillPage({ page, size }, ask, ({ id, user, state, body, submitted_at: at }): ContentPart => {
    return {
      facts: { review: Number(id), author: user?.login ?? "ghost", state: state.toLowerCase(), at },
      text: body,
    };
  });
  return { parts };
};

const comments: Side = async (input, call, { page }) => {
  const { owner, repo, pull_number } = input;
  await recordOrigin(input, call);
  const about = aboutOf(input);
  const ask = async (number: number) => {
    const paging = { per_page: size, page: number };
    const given = await call.request(`${pull}/comments`, { owner, repo, pull_number, ...paging }, about);
    recordSaid(call, input, given);
    return given;
  };
  const parts = await fillPage({ page, size }, ask, (comment): ContentPart => {
    const shown = commentPart(comment as never);
    const place = { path: comment.path, line: comment.line ?? undefined, reply_to: comment.in_reply_to_id };
    return { ...shown, facts: { ...shown.facts, ...place } } as ContentPart;
  });
  return { parts };
};

const commits: Side = async (input, call, { page }) => {
  const { owner, repo, pull_number } = input;
  await recordOrigin(input, call);
  const ask = async (number: number) => {
    return call.request(`${pull}/commits`, { owner, repo, pull_number, per_page: size, page: number }, aboutOf(input));
  };
  const lines = await fillPage(
    { page, size },
    ask,
    ({ sha, commit, author }) =>
      `${sha.slice(0, 12)} ${commit.message.split("\n", 1)[0]} (${author?.login ?? commit.author?.name})`,
  );
  return { parts: lines.length === 0 ? [] : [{ text: lines.join("\n") }] };
};

const checks: Side = async (input, call, { page }) => {
  const { owner, repo, pull_number } = input;
  const { head } = await call.request(pull, { owner, repo, pull_number }, aboutOf(input));
  const ask = async (number: number) => {
    const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
    const { check_runs: runs } = await call.request(
      route,
      { owner, repo, ref: head.sha, per_page: size, page: number },
      aboutOf(input),
    );
    return runs;
  };
  const lines = await fillPage(
    { page, size },
    ask,
    ({ id, name, status, conclusion, output }) =>
      `${conclusion ?? status} ${name} (job_id ${id})${output.title ? `: ${output.title}` : ""}`,
  );
  return { parts: lines.length === 0 ? [] : [{ text: lines.join("\n") }] };
};

const sides: Readonly<Record<Exclude<PullQuestion["method"], "files" | "diff">, Side>> = {
  reviews,
  comments,
  commits,
  checks,
};

async function differencesOf(input: PullQuestion, call: GithubCall, context: Paged): Promise<Content> {
  const { owner, repo, pull_number, path, method } = input;
  const at = { owner, repo };
  const about = aboutOf(input);
  const { base, head, user } = await call.request(pull, { ...at, pull_number }, about);
  call.ledger.record({ ...at, author: user?.login ?? "ghost", what: about });
  const place = context.page.place as DifferencePlace | undefined;
  if (place !== undefined && place.head !== head.sha)
    throw call.conflict(`${about} has new commits since the first page (${head.sha}). Begin again without cursor.`);
  const told = await filesOf(input, call);
  const isCut = told.length >= mostPages * size;
  const isWhole = !isCut && told.every(({ patch, additions }) => patch !== undefined || additions === 0);
  const from = place?.base ?? (isWhole ? base.sha : await parting(call, at, base.sha, head.sha));
  const span = { base: from, head: head.sha };
  const beyond = isCut ? await filesBeyond(call, at, span, told) : undefined;
  const wanted = matching([...told, ...(beyond?.files ?? [])], path);
  const unfolded = path !== undefined;
  const parts = await showDifferences(call, at, wanted, { span, mapOnly: method === "files", unfolded }, context);
  return { facts: { head: head.sha, files: wanted.length }, parts };
}

/** The commit from which a pull request parted: its differences are from there, wherever its base is by now. */
async function parting(call: GithubCall, at: RepositoryName, base: string, head: string): Promise<string> {
  const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
  const compared = await call.request(route, { ...at, basehead: `${base}...${head}`, per_page: 1 });
  return compared.merge_base_commit.sha;
}

/** GitHub tells three thousand files of a pull request, a hundred at a time. */
async function filesOf(input: PullQuestion, call: GithubCall): Promise<readonly ChangedFile[]> {
  const { owner, repo, pull_number } = input;
  const files: ChangedFile[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const asked = { owner, repo, pull_number, per_page: size, page };
    const given = await call.request(`${pull}/files`, asked, aboutOf(input));
    files.push(...(given as ChangedFile[]));
    if (given.length < size) break;
  }
  return files;
}
