import type { Connector } from "@drawbridge/core";
import { github } from "@drawbridge/github";
import { startGithub } from "@drawbridge/sandbox";
import type { Example } from "./example.ts";

const site = { owner: "acme", repo: "site" };

/** The github connector on a GitHub of its own, which answers as GitHub describes itself. */
export const githubExample: Example = {
  connector: github as unknown as Connector,
  calls: {
    github_whoami: {},
    github_search: { kind: "issues", query: "repo:acme/site is:open" },
    github_get_repository: site,
    github_list: { ...site, kind: "pull_requests" },
    github_tree: { ...site, glob: "**/*.ts" },
    github_read: { ...site, path: "src/add.ts" },
    github_get_commit: { ...site, ref: "main" },
    github_compare: { ...site, base: "main", head: "fix-add" },
    github_blame: { ...site, path: "src/add.ts" },
    github_create_branch: { ...site, branch: "notes", from: "main" },
    github_commit: {
      ...site,
      branch: "notes",
      message: "Write a note",
      changes: [{ path: "docs/note.md", content: "A note\n" }],
    },
    github_delete_branch: { ...site, branch: "notes" },
    github_issue_read: { ...site, issue_number: 2 },
    github_issue_write: { ...site, method: "comment", issue_number: 2, body: "We look into it." },
    github_pr_read: { ...site, pull_number: 5 },
    github_pr_write: { ...site, method: "update", pull_number: 7, title: "Not ready yet" },
    github_review: { ...site, method: "create", pull_number: 6, event: "COMMENT", body: "Looks right." },
    github_actions_read: { ...site, method: "runs" },
    github_actions_write: { ...site, method: "dispatch", workflow_id: "publish.yml", ref: "main" },
    github_create_repository: { name: "sketches", description: "To try things" },
    github_fork: { owner: "mallory", repo: "bait", name: "bait-of-ours" },
    github_release: { ...site, method: "update", tag_name: "v1.2.0-rc.1", body: "What is new" },
    github_alerts: { owner: "acme", repo: "tools", kind: "dependabot" },
    github_advisories: {},
    github_discussions_read: { ...site, method: "list" },
    github_discussions_write: { ...site, method: "comment", discussion_number: 101, body: "A good idea." },
    github_gists_write: { method: "create", files: { "note.md": { content: "A note\n" } } },
    github_gists_read: { method: "list" },
    github_notifications_read: { all: true },
    github_notifications_write: { method: "mark_all_read", ...site },
    github_projects_read: { method: "items", owner: "acme", project_number: 1 },
    github_projects_write: { method: "add_note", owner: "acme", project_number: 2, title: "Ask the others" },
    github_orgs: { method: "teams", org: "acme" },
    github_stars_read: {},
    github_stars_write: { ...site, method: "star" },
    github_labels_write: { ...site, kind: "label", method: "update", name: "bug", description: "What is wrong" },
  },
  async start() {
    const stand = await startGithub();
    const access = ["--access", "full", "--confirm", "never", "--toolsets", "all", "--flow-guard", "off"];
    return {
      options: { argv: ["--host", stand.url, ...access], environment: { GITHUB_TOKEN: stand.token("ada") } },
      shownAs: new Map([[stand.url, "https://github.com"]]),
      [Symbol.asyncDispose]: () => stand[Symbol.asyncDispose](),
    };
  },
};
