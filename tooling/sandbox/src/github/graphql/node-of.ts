import { nodeId, typeOfNode } from "../nodes.ts";
import { actor } from "./actor.ts";
import { checkRunNode } from "./check-nodes.ts";
import { commentNode, discussionNode } from "./discussion-nodes.ts";
import { commitNode } from "./git-nodes.ts";
import { issueCommentNode, issueNode } from "./issue-node.ts";
import { itemNode, projectNode } from "./project-nodes.ts";
import { pullNode, reviewNode } from "./pull-node.ts";
import { repositoryNode } from "./repository-node.ts";
import type { Rest } from "./rest.ts";
import { reviewCommentNode, threadNode } from "./thread-nodes.ts";
import { unresolved } from "./unresolved.ts";
import type { Viewer } from "./viewer.ts";

type Make = (viewer: Viewer, rest: Rest, at: string, path: string) => unknown;

/** What is made of an answer, by its path below the repository. */
const makers: ReadonlyArray<readonly [RegExp, Make]> = [
  [/^$/, (viewer, rest) => repositoryNode(viewer, rest.full_name)],
  [/^\/pulls\/\d+$/, pullNode],
  [
    /^\/issues\/\d+$/,
    (viewer, rest, at) => (rest.pull_request === undefined ? issueNode(viewer, rest, at) : pullOf(viewer, rest, at)),
  ],
  [/^\/issues\/comments\/\d+$/, (_, rest) => issueCommentNode(rest)],
  [/^\/pulls\/comments\/\d+$/, (_, rest) => reviewCommentNode(rest)],
  [
    /^\/pulls\/\d+\/reviews\/\d+$/,
    (viewer, rest, _, path) => reviewNode(viewer, rest, path.replace(/\/reviews\/\d+$/, "")),
  ],
  [/^\/commits\/[0-9a-f]{40}$/, (viewer, rest, at) => commitNode(viewer, at, rest)],
  [/^\/check-runs\/\d+$/, (viewer, rest, at) => checkRunNode(viewer, at, rest)],
];

/** What an identifier stands for, as far as the viewer may see it. */
export async function nodeOf(viewer: Viewer, id: string): Promise<unknown> {
  const path = viewer.stand.nodes.pathOf(id);
  const node = path === undefined ? await keptNode(viewer, id) : await restNode(viewer, path);
  if (node === undefined) throw unresolved(`Could not resolve to a node with the global id of '${id}'`);
  return node;
}

async function restNode(viewer: Viewer, path: string): Promise<unknown> {
  const rest = await viewer.get(path);
  if (rest === undefined) return undefined;
  if (/^\/(users|orgs)\/[^/]+$/.test(path))
    return actor({ ...rest, type: path.startsWith("/orgs") ? "Organization" : rest.type });
  const [at = "", below = ""] = [/^\/repos\/[^/]+\/[^/]+/.exec(path)?.[0], path.replace(/^\/repos\/[^/]+\/[^/]+/, "")];
  return makers.find(([matches]) => matches.test(below))?.[1](viewer, rest, at, path);
}

async function pullOf(viewer: Viewer, { number }: Rest, at: string) {
  const pull = await viewer.get(`${at}/pulls/${number}`);
  return pull === undefined ? undefined : pullNode(viewer, pull, at);
}

/** What only GraphQL knows is seen by whoever sees where it is. */
async function keptNode(viewer: Viewer, id: string): Promise<unknown> {
  const kept = viewer.stand.nodes.kept(id);
  if (kept === undefined || (await viewer.get(kept.path)) === undefined) return undefined;
  const { discussions, projects } = viewer.stand;
  switch (typeOfNode(id)) {
    case "PullRequestReviewThread": {
      const comments = await viewer.list(`${kept.path}/comments`);
      const root = comments.find((one) => one.id === kept.number);
      return root === undefined ? undefined : threadNode(viewer, kept.path, root, comments);
    }
    case "Discussion": {
      const found = discussions.all.find(({ number }) => number === kept.number);
      return found === undefined ? undefined : discussionNode(viewer, found);
    }
    case "DiscussionComment": {
      const found = discussions.all.find(({ comments }) => comments.some((one) => one.id === kept.number));
      const comment = found?.comments.find((one) => one.id === kept.number);
      return found === undefined || comment === undefined ? undefined : commentNode(viewer, found, comment);
    }
    case "ProjectItem": {
      const project = projects.find(({ items }) => items.some((one) => nodeId("ProjectItem", one.id) === id));
      const item = project?.items.find((one) => nodeId("ProjectItem", one.id) === id);
      return project === undefined || item === undefined ? undefined : itemNode(viewer, project, item);
    }
    default: {
      const found = projects.find(({ number }) => nodeId("Project", number) === id);
      return found === undefined ? undefined : projectNode(viewer, found);
    }
  }
}
