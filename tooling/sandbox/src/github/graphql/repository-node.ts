import { actor } from "./actor.ts";
import { connection } from "./connection.ts";
import { discussionFields } from "./discussion-nodes.ts";
import { gitObject } from "./git-nodes.ts";
import { issueNode } from "./issue-node.ts";
import { projectFields } from "./project-nodes.ts";
import { pullNode } from "./pull-node.ts";
import type { Rest } from "./rest.ts";
import { unresolved } from "./unresolved.ts";
import type { Viewer } from "./viewer.ts";

type Numbered = { readonly number: number };

/** A repository; null, with GitHub's words, where the viewer may not see one. */
export async function repositoryNode(viewer: Viewer, fullName: string): Promise<object> {
  const found = viewer.stand.repositories.named(fullName) ?? viewer.stand.repositories.formerly(fullName);
  const rest = found === undefined ? undefined : await viewer.get(`/repos/${found.fullName}`);
  if (rest === undefined) throw unresolved(`Could not resolve to a Repository with the name '${fullName}'.`);
  return fieldsOf(viewer, rest);
}

function fieldsOf(viewer: Viewer, rest: Rest) {
  const at = `/repos/${rest.full_name}`;
  return {
    __typename: "Repository",
    ...plainFields(rest),
    ...threadFields(viewer, at),
    ...discussionFields(viewer, rest.full_name),
    ...projectFields(viewer, rest.owner.login),
    viewerPermission: Object.entries(names).find(([name]) => rest.permissions?.[name])?.[1] ?? null,
    object: (args: { oid?: string; expression?: string }) => gitObject(viewer, at, args),
    ref: ({ qualifiedName }: { qualifiedName: string }) => refNode(viewer, at, qualifiedName),
    defaultBranchRef: () => refNode(viewer, at, rest.default_branch),
    refs: connection(async (args) => {
      const { refPrefix = "refs/heads/", query = "" } = args as { refPrefix?: string; query?: string };
      const refs = await viewer.get<Rest[]>(`${at}/git/matching-refs/${refPrefix.replace("refs/", "")}`);
      const found = (refs ?? []).filter(({ ref }) => ref.slice(refPrefix.length).includes(query));
      return Promise.all(found.map(({ ref }) => refNode(viewer, at, ref)));
    }),
    labels: connection(async () => (await viewer.list(`${at}/labels`)).map((one) => ({ ...one, id: one.node_id }))),
    milestones: connection(async () =>
      (await viewer.list(`${at}/milestones`)).map((one) => ({
        ...one,
        id: one.node_id,
        state: one.state.toUpperCase(),
      })),
    ),
  };
}

/** From the highest down. */
const names = { admin: "ADMIN", maintain: "MAINTAIN", push: "WRITE", triage: "TRIAGE", pull: "READ" };

function plainFields(rest: Rest) {
  return {
    id: rest.node_id,
    databaseId: rest.id,
    name: rest.name,
    nameWithOwner: rest.full_name,
    owner: { ...actor({ ...rest.owner, type: rest.owner.type ?? "User" }) },
    description: rest.description,
    url: rest.html_url,
    homepageUrl: rest.homepage,
    isPrivate: rest.private,
    visibility: rest.visibility.toUpperCase(),
    isArchived: rest.archived,
    isFork: rest.fork,
    isEmpty: rest.pushed_at === null,
    stargazerCount: rest.stargazers_count,
    forkCount: rest.forks_count,
    createdAt: rest.created_at,
    updatedAt: rest.updated_at,
    pushedAt: rest.pushed_at,
    hasIssuesEnabled: rest.has_issues,
    hasDiscussionsEnabled: true,
    primaryLanguage: rest.language && { id: rest.language, name: rest.language },
  };
}

function threadFields(viewer: Viewer, at: string) {
  const numbered = async (number: number) => {
    const found = await viewer.get(`${at}/issues/${number}`);
    if (found === undefined)
      throw unresolved(`Could not resolve to an issue or pull request with the number of ${number}.`);
    return found.pull_request === undefined ? issueNode(viewer, found, at) : pullAt(viewer, at, number);
  };
  const listed = async (kind: "issues" | "pulls", states: readonly string[] | undefined) => {
    const all = await viewer.list(`${at}/${kind}?state=all`);
    return all.filter((one) => one.pull_request === undefined && (states?.includes(stateOf(one)) ?? true));
  };
  return {
    issue: async ({ number }: Numbered) => {
      const found = await viewer.get(`${at}/issues/${number}`);
      if (found === undefined || found.pull_request !== undefined)
        throw unresolved(`Could not resolve to an Issue with the number of ${number}.`);
      return issueNode(viewer, found, at);
    },
    pullRequest: ({ number }: Numbered) => pullAt(viewer, at, number),
    issueOrPullRequest: ({ number }: Numbered) => numbered(number),
    issues: connection(async (args) =>
      (await listed("issues", (args as { states?: string[] }).states)).map((one) => issueNode(viewer, one, at)),
    ),
    pullRequests: connection(async (args) => {
      const pulls = await listed("pulls", (args as { states?: string[] }).states);
      return Promise.all(pulls.map(({ number }) => pullAt(viewer, at, number)));
    }),
  };
}

const stateOf = ({ state, merged_at }: Rest): string => (merged_at ? "MERGED" : state.toUpperCase());

async function pullAt(viewer: Viewer, at: string, number: number) {
  const found = await viewer.get(`${at}/pulls/${number}`);
  if (found === undefined) throw unresolved(`Could not resolve to a PullRequest with the number of ${number}.`);
  return pullNode(viewer, found, at);
}

async function refNode(viewer: Viewer, at: string, qualified: string) {
  const name = qualified.replace(/^refs\//, "");
  const full = /^(heads|tags)\//.test(name) ? name : `heads/${name}`;
  const found = await viewer.get(`${at}/git/ref/${full}`);
  if (found === undefined) return null;
  return {
    __typename: "Ref",
    id: found.node_id,
    name: full.replace(/^(heads|tags)\//, ""),
    prefix: `refs/${full.split("/")[0]}/`,
    target: () => gitObject(viewer, at, { expression: found.object.sha }),
  };
}
