import type { Tool } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import { actionsRead } from "../tools/actions-read.ts";
import { actionsWrite } from "../tools/actions-write.ts";
import { advisories } from "../tools/advisories.ts";
import { alerts } from "../tools/alerts.ts";
import { blame } from "../tools/blame.ts";
import { commit } from "../tools/commit.ts";
import { compare } from "../tools/compare.ts";
import { createBranch } from "../tools/create-branch.ts";
import { createRepository } from "../tools/create-repository.ts";
import { deleteBranch } from "../tools/delete-branch.ts";
import { discussionsRead } from "../tools/discussions-read.ts";
import { discussionsWrite } from "../tools/discussions-write.ts";
import { fork } from "../tools/fork.ts";
import { getCommit } from "../tools/get-commit.ts";
import { getRepository } from "../tools/get-repository.ts";
import { gistsRead } from "../tools/gists-read.ts";
import { gistsWrite } from "../tools/gists-write.ts";
import { issueRead } from "../tools/issue-read.ts";
import { issueWrite } from "../tools/issue-write.ts";
import { labelsWrite } from "../tools/labels-write.ts";
import { list } from "../tools/list.ts";
import { notificationsRead } from "../tools/notifications-read.ts";
import { notificationsWrite } from "../tools/notifications-write.ts";
import { orgs } from "../tools/orgs.ts";
import { prRead } from "../tools/pr-read.ts";
import { prWrite } from "../tools/pr-write.ts";
import { projectsRead } from "../tools/projects-read.ts";
import { projectsWrite } from "../tools/projects-write.ts";
import { read } from "../tools/read.ts";
import { release } from "../tools/release.ts";
import { review } from "../tools/review.ts";
import { search } from "../tools/search.ts";
import { starsRead } from "../tools/stars-read.ts";
import { starsWrite } from "../tools/stars-write.ts";
import { tree } from "../tools/tree.ts";
import { whoami } from "../tools/whoami.ts";
import type { toolsetNames } from "./toolset-names.ts";

type ToolsetName = (typeof toolsetNames)[keyof typeof toolsetNames][number];

/** Every tool, by the toolset that a person switches it on with. Hosts list them in this order. */
export const toolsets = {
  context: [whoami],
  repos: [search, getRepository, list, getCommit],
  files: [tree, read, blame, compare],
  changes: [commit, createBranch, deleteBranch],
  issues: [issueRead, issueWrite],
  pulls: [prRead, prWrite, review],
  actions: [actionsRead, actionsWrite],
  publishing: [createRepository, fork, release],
  security: [alerts, advisories],
  discussions: [discussionsRead, discussionsWrite],
  gists: [gistsRead, gistsWrite],
  notifications: [notificationsRead, notificationsWrite],
  projects: [projectsRead, projectsWrite],
  orgs: [orgs],
  stars: [starsRead, starsWrite],
  labels: [labelsWrite],
} as const satisfies Readonly<Record<ToolsetName, readonly Tool<Github>[]>>;
