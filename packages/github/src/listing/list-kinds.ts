import { given } from "../shown/given.ts";

/** Something that GitHub lists, as far as it is looked at here. */
export interface Listed {
  readonly [field: string]: unknown;
}

/** How one kind of thing is listed, and what of it is shown. */
interface ListKind {
  readonly route: string;
  /** Which of the tool's filters GitHub takes for it. */
  readonly filters?: readonly string[];
  /** What it can be sorted by. */
  readonly sorts?: readonly string[];
  /** Whether GitHub gives all at once. */
  readonly isWhole?: boolean;
  /** Where the answer is an object, its field with the items. */
  readonly field?: string;
  /** Whose words an item holds; absent where they are the repository's own. */
  authorOf?(item: Listed): string | undefined;
  /** Another repository that an item is, or comes from. */
  repositoryOf?(item: Listed): string | undefined;
  /** What is shown of an item whose other repository may not be used; nothing without it. */
  outside?(item: Listed): Record<string, unknown>;
  shape(item: Listed): Record<string, unknown>;
}

const of = (value: unknown, field: string): unknown => (value as Listed | null | undefined)?.[field];
const login = (value: unknown) => of(value, "login") as string | undefined;
const names = (value: unknown) =>
  Array.isArray(value) && value.length > 0 ? value.map((one) => of(one, "name") ?? one) : undefined;
const firstLine = (text: unknown) => String(text ?? "").split("\n", 1)[0] ?? "";

/** Everything that `github_list` lists. Routes are those of GitHub's REST documentation. */
export const listKinds = {
  branches: {
    route: "GET /repos/{owner}/{repo}/branches",
    filters: ["protected"],
    shape: (branch) => ({
      name: branch.name,
      sha: of(branch.commit, "sha"),
      ...given({ protected: branch.protected || undefined }),
    }),
  },
  tags: {
    route: "GET /repos/{owner}/{repo}/tags",
    shape: (tag) => ({ name: tag.name, sha: of(tag.commit, "sha") }),
  },
  releases: {
    route: "GET /repos/{owner}/{repo}/releases",
    authorOf: (release) => login(release.author),
    shape: (release) => ({
      id: release.id,
      tag: release.tag_name,
      ...given({
        name: release.name || undefined,
        draft: release.draft || undefined,
        prerelease: release.prerelease || undefined,
        published_at: release.published_at,
        author: login(release.author),
        assets: names(release.assets),
      }),
    }),
  },
  commits: {
    route: "GET /repos/{owner}/{repo}/commits",
    filters: ["sha", "path", "author", "since", "until"],
    shape: (commit) => {
      const written = of(commit.commit, "author");
      return {
        sha: commit.sha,
        message: firstLine(of(commit.commit, "message")),
        ...given({ author: login(commit.author) ?? of(written, "name"), date: of(written, "date") }),
      };
    },
  },
  issues: {
    route: "GET /repos/{owner}/{repo}/issues",
    filters: ["state", "labels", "assignee", "creator", "milestone", "sort", "direction", "since"],
    sorts: ["created", "updated", "comments"],
    authorOf: (issue) => login(issue.user) ?? "ghost",
    shape: (issue) => ({
      number: issue.number,
      title: issue.title,
      state: issue.state,
      ...given({
        pull_request: issue.pull_request === undefined ? undefined : true,
        author: login(issue.user),
        labels: names(issue.labels),
        assignees: assignees(issue.assignees),
        comments: issue.comments || undefined,
        updated_at: issue.updated_at,
      }),
    }),
  },
  pull_requests: {
    route: "GET /repos/{owner}/{repo}/pulls",
    filters: ["state", "head", "base", "sort", "direction"],
    sorts: ["created", "updated", "popularity", "long-running"],
    authorOf: (pull) => login(pull.user) ?? "ghost",
    repositoryOf: (pull) => of(of(pull.head, "repo"), "full_name") as string | undefined,
    outside: (pull) => ({ ...pullRequest(pull), head: `of another repository: ${of(pull.head, "ref")}` }),
    shape: pullRequest,
  },
  labels: {
    route: "GET /repos/{owner}/{repo}/labels",
    shape: (label) => ({
      name: label.name,
      color: label.color,
      ...given({ description: label.description || undefined }),
    }),
  },
  milestones: {
    route: "GET /repos/{owner}/{repo}/milestones",
    filters: ["state", "sort", "direction"],
    sorts: ["due_on", "completeness"],
    shape: (milestone) => ({
      number: milestone.number,
      title: milestone.title,
      state: milestone.state,
      open_issues: milestone.open_issues,
      closed_issues: milestone.closed_issues,
      ...given({ due_on: milestone.due_on }),
    }),
  },
  contributors: {
    route: "GET /repos/{owner}/{repo}/contributors",
    shape: (person) => ({ login: person.login ?? person.name, contributions: person.contributions }),
  },
  collaborators: {
    route: "GET /repos/{owner}/{repo}/collaborators",
    shape: (person) => ({ login: person.login, role: person.role_name }),
  },
  assignees: {
    route: "GET /repos/{owner}/{repo}/assignees",
    shape: (person) => ({ login: person.login }),
  },
  forks: {
    route: "GET /repos/{owner}/{repo}/forks",
    filters: ["sort"],
    sorts: ["newest", "oldest", "stargazers", "watchers"],
    authorOf: (fork) => login(fork.owner) ?? "ghost",
    repositoryOf: (fork) => String(fork.full_name),
    shape: (fork) => ({ full_name: fork.full_name, ...given({ pushed_at: fork.pushed_at }) }),
  },
  languages: {
    route: "GET /repos/{owner}/{repo}/languages",
    isWhole: true,
    shape: (language) => ({ name: language.name, bytes: language.bytes }),
  },
  deployments: {
    route: "GET /repos/{owner}/{repo}/deployments",
    filters: ["sha", "ref", "environment"],
    shape: (deployment) => ({
      id: deployment.id,
      ref: deployment.ref,
      sha: deployment.sha,
      environment: deployment.environment,
      created_at: deployment.created_at,
      ...given({ creator: login(deployment.creator), description: deployment.description || undefined }),
    }),
  },
  rulesets: {
    route: "GET /repos/{owner}/{repo}/rulesets",
    shape: (ruleset) => ({
      id: ruleset.id,
      name: ruleset.name,
      enforcement: ruleset.enforcement,
      ...given({ target: ruleset.target }),
    }),
  },
  workflows: {
    route: "GET /repos/{owner}/{repo}/actions/workflows",
    field: "workflows",
    shape: (workflow) => ({ id: workflow.id, name: workflow.name, path: workflow.path, state: workflow.state }),
  },
  environments: {
    route: "GET /repos/{owner}/{repo}/environments",
    field: "environments",
    shape: (environment) => ({
      name: environment.name,
      ...given({
        protection_rules: Array.isArray(environment.protection_rules)
          ? environment.protection_rules.length || undefined
          : undefined,
      }),
    }),
  },
} as const satisfies Record<string, ListKind>;

function pullRequest(pull: Listed): Record<string, unknown> {
  return {
    number: pull.number,
    title: pull.title,
    state: pull.state,
    head: of(pull.head, "label") ?? of(pull.head, "ref"),
    base: of(pull.base, "ref"),
    ...given({
      draft: pull.draft || undefined,
      merged_at: pull.merged_at,
      author: login(pull.user),
      labels: names(pull.labels),
      updated_at: pull.updated_at,
    }),
  };
}

function assignees(value: unknown): unknown[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value.map(login) : undefined;
}

/** The kinds, for what does not know which one it has. */
export type AnyListKind = ListKind;
