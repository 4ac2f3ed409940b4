import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type StartedGithub, startGithub } from "../start-github.ts";

let github: StartedGithub;

beforeAll(async () => {
  github = await startGithub();
});

afterAll(() => github[Symbol.asyncDispose]());

afterEach(() => expect(github.violations.splice(0)).toEqual([]));

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field
type Told = { readonly data: any; readonly errors?: readonly { readonly type?: string; readonly message: string }[] };

async function ask(query: string, variables: object = {}, login = "ada"): Promise<Told> {
  const headers = { authorization: `Bearer ${github.token(login)}` };
  const answered = await fetch(github.graphqlUrl, {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return (await answered.json()) as Told;
}

it("tells all of a pull request at once", async () => {
  const { data } = await ask(`{ repository(owner: "acme", name: "site") { pullRequest(number: 5) {
    state mergeStateStatus reviewDecision author { __typename login }
    closingIssuesReferences(first: 5) { nodes { number } }
    commits(last: 1) { nodes { commit { statusCheckRollup { state contexts(first: 9) { nodes {
      ... on CheckRun { name conclusion annotations(first: 3) { nodes { message location { start { line } } } } }
    } } } } } }
  } } }`);
  const pull = data.repository.pullRequest;
  expect(pull).toMatchObject({
    state: "OPEN",
    mergeStateStatus: "BLOCKED",
    reviewDecision: "CHANGES_REQUESTED",
    author: { __typename: "User", login: "ben" },
    closingIssuesReferences: { nodes: [{ number: 2 }] },
  });
  const { state, contexts } = pull.commits.nodes[0].commit.statusCheckRollup;
  expect([state, contexts.nodes[0].annotations.nodes[0]]).toEqual([
    "FAILURE",
    { message: "AssertionError: expected 3 to be -3", location: { start: { line: 3 } } },
  ]);
});

it("settles a thread, and finds it by its identifier", async () => {
  const threads = `{ repository(owner: "acme", name: "site") { pullRequest(number: 5) {
    reviewThreads(first: 5) { nodes { id isResolved } } } } }`;
  const before = (await ask(threads)).data.repository.pullRequest.reviewThreads.nodes as {
    id: string;
    isResolved: boolean;
  }[];
  expect(before.map(({ isResolved }) => isResolved).sort()).toEqual([false, true]);
  const open = before.find(({ isResolved }) => !isResolved);
  await ask("mutation($id: ID!) { resolveReviewThread(input: { threadId: $id }) { clientMutationId } }", {
    id: open?.id,
  });
  const { data } = await ask("query($id: ID!) { node(id: $id) { ... on PullRequestReviewThread { isResolved } } }", {
    id: open?.id,
  });
  expect(data.node.isResolved).toBe(true);
});

it("tells who wrote which line", async () => {
  const { data } = await ask(`{ repository(owner: "acme", name: "site") { object(expression: "main") { ... on Commit {
    blame(path: "docs/guide.md") { ranges { startingLine endingLine commit { author { user { login } } } } } } } } }`);
  const ranges = data.repository.object.blame.ranges.map(
    (range: { startingLine: number; endingLine: number; commit: { author: { user: { login: string } } } }) =>
      `${range.startingLine}-${range.endingLine} ${range.commit.author.user.login}`,
  );
  expect(ranges).toEqual(["1-3 ada", "4-5 ben"]);
});

it("hides what is private, under a node's identifier and in a project too", async () => {
  const { data } = await ask(`{ repository(owner: "acme", name: "vault") { id } }`);
  const byId = await ask("query($id: ID!) { node(id: $id) { id } }", { id: data.repository.id }, "mallory");
  expect([byId.data.node, byId.errors?.[0]?.type]).toEqual([null, "NOT_FOUND"]);
  const cards = await ask(
    `{ organization(login: "acme") { projectV2(number: 1) { items(first: 5) { nodes { type } } } } }`,
    {},
    "mallory",
  );
  expect(cards.data.organization.projectV2.items.nodes[1].type).toBe("REDACTED");
});

it("commits files where the branch has not moved", async () => {
  const mutation =
    "mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }";
  const { object } = (await github.as("ada", "GET", "/repos/acme/tools/git/ref/heads/main")) as {
    object: { sha: string };
  };
  const input = {
    branch: { repositoryNameWithOwner: "acme/tools", branchName: "main" },
    expectedHeadOid: object.sha,
    message: { headline: "Add a file" },
    fileChanges: { additions: [{ path: "a.txt", contents: "YQ==" }] },
  };
  expect((await ask(mutation, { input })).errors).toBeUndefined();
  expect((await ask(mutation, { input })).errors?.[0]?.type).toBe("STALE_DATA");
});

it("finds a query that GitHub's schema does not have, and a list without bounds", async () => {
  await ask(`{ repository(owner: "acme", name: "site") { wishes } }`);
  expect(github.violations.splice(0)).toEqual([
    expect.stringContaining('Cannot query field "wishes" on type "Repository"'),
  ]);
  const unbound = await ask(`{ repository(owner: "acme", name: "site") { issues { nodes { number } } } }`);
  expect(unbound.errors?.[0]?.type).toBe("MISSING_PAGINATION_BOUNDARIES");
});
