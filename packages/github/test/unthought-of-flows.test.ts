import { describe, expect, it } from "vitest";
import { Github } from "../src/api/github.ts";
import type { GithubCall } from "../src/api/github-call.ts";
import { github } from "../src/connector.ts";
import { guarded } from "./stand/guarded.ts";

const guard = guarded();
const { site, vault, tools, secret } = guard;

describe("what no tool has thought of", () => {
  const log = { write: () => {} } as never;
  const open = (flowGuard: string) =>
    Github.open(
      {
        token: guard.served.stand.token("ada"),
        tokenFor: [],
        host: guard.served.stand.url,
        repos: [],
        pinFirstRepo: false,
        cache: "off",
        flowGuard,
      } as never,
      { log },
    );
  const contextOf = (principal: string) =>
    ({ principal, cancellation: AbortSignal.timeout(10_000), progress: () => {}, log }) as never;
  const afterBoth = async (principal = "local") => {
    const client = await open("refuse");
    const asked = client.call(contextOf(principal));
    for (const at of [site, vault]) asked.ledger.record({ ...at, author: undefined, what: `${at.owner}/${at.repo}` });
    asked.ledger.record({ ...site, author: "mallory", what: "issue acme/site#1" });
    return { asked, client };
  };
  const mutation = "mutation($id: ID!) { addStar(input: { starrableId: $id }) { clientMutationId } }";

  const outwards: ReadonlyArray<readonly [string, (asked: GithubCall) => Promise<unknown>]> = [
    ["a gist", (asked) => asked.requestBeyond("POST /gists", { files: { a: { content: secret } } }, "a gist")],
    ["a fork", (asked) => asked.request("POST /repos/{owner}/{repo}/forks", { ...site, name: "moat" })],
    ["a private repository's fork", (asked) => asked.request("POST /repos/{owner}/{repo}/forks", tools)],
    [
      "a release",
      (asked) => asked.request("POST /repos/{owner}/{repo}/releases", { ...site, tag_name: "v9", body: secret }),
    ],
    ["a new repository", (asked) => asked.requestBeyond("POST /user/repos", { name: "moat" }, "a repository")],
    ["opening a repository", (asked) => asked.request("PATCH /repos/{owner}/{repo}", { ...vault, private: false })],
    [
      "letting somebody in",
      (asked) => asked.request("PUT /repos/{owner}/{repo}/collaborators/{username}", { ...vault, username: "mallory" }),
    ],
    ["a mutation", (asked) => asked.mutate(mutation, { id: "x" }, site)],
    ["a mutation sent as if it were a query", (asked) => asked.graphql(mutation, { id: "x" }, site)],
    ["a mutation behind a query", (asked) => asked.graphql(`query A { viewer { login } } ${mutation}`, {}, site)],
    ["a mutation of no repository", (asked) => asked.graphqlBeyond(mutation, { id: "x" }, "a star", "acme")],
  ];

  it.each(outwards)("is stopped all the same: %s", async (_, send) => {
    const { asked } = await afterBoth();
    guard.served.stand.requests.length = 0;
    await expect(send(asked)).rejects.toMatchObject({
      code: "refused",
      message: expect.stringMatching(/acme\/(vault|tools)/),
    });
    expect(guard.served.stand.requests.filter(({ method, path }) => method !== "GET" || path === "/graphql")).toEqual(
      [],
    );
  });

  it("leaves alone what nobody else sees, and what only asks", async () => {
    const { asked } = await afterBoth();
    await asked.requestBeyond("PUT /notifications", {}, "the notifications");
    await asked.requestBeyond("PUT /user/starred/{owner}/{repo}", site, "a star");
    await asked.graphql("query { viewer { login } }", {}, site);
    await asked.request("POST /repos/{owner}/{repo}/issues", { ...tools, title: "Noted" });
  });

  it("is told of by notifications, whose titles anybody may have written", async () => {
    const asked = (await open("refuse")).call(contextOf("local"));
    await asked.requestBeyond("GET /notifications", { all: true }, "the notifications");
    const told = asked.ledger.sources.map(({ owner, repo, author }) => `${owner}/${repo} ${author}`);
    expect(told).toContain("acme/site ghost");
  });

  it("knows what of a public repository is for its own people alone", async () => {
    const asked = (await open("refuse")).call(contextOf("local"));
    await asked.request("GET /repos/{owner}/{repo}/issues/{issue_number}", { ...site, issue_number: 1 });
    await asked.request("GET /repos/{owner}/{repo}/dependabot/alerts", site);
    const noted = (at: typeof site) => asked.request("POST /repos/{owner}/{repo}/issues", { ...at, title: "Noted" });
    await expect(noted(site)).rejects.toMatchObject({ code: "refused" });
    await noted(vault);
  });

  it("says in the log that the guard is off, before anything is served", async () => {
    const lines: unknown[] = [];
    const given = { tokenFor: [], host: guard.served.stand.url, repos: [], pinFirstRepo: false, flowGuard: "off" };
    await Github.open(given as never, { log: { write: (...line: unknown[]) => void lines.push(line) } as never });
    expect(lines).toEqual([["warn", expect.objectContaining({ event: "flow_guard" })]]);
    expect(github.opensAtStart?.(given as never, "read")).toBe(true);
    expect(github.opensAtStart?.({ ...given, flowGuard: "ask" } as never, "read")).toBe(false);
  });

  it("leads nowhere by names that are steps in an address", async () => {
    const asked = (await open("refuse")).call(contextOf("local"));
    guard.served.stand.requests.length = 0;
    for (const at of [
      { owner: "..", repo: "user" },
      { owner: "acme", repo: ".." },
      { owner: "acme", repo: "site/../vault" },
    ])
      await expect(asked.request("GET /repos/{owner}/{repo}/issues", at)).rejects.toMatchObject({
        code: "invalid_input",
      });
    const label = { ...site, issue_number: 2, name: "." };
    const route = "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}";
    await expect(asked.request(route, label)).rejects.toMatchObject({ code: "invalid_input" });
    expect(guard.served.stand.requests).toEqual([]);
  });

  it("is counted for one principal, not for another", async () => {
    const { client } = await afterBoth("ada@acme.example");
    const title = { ...site, title: "Noted" };
    const send = (principal: string) =>
      client.call(contextOf(principal)).request("POST /repos/{owner}/{repo}/issues", title);
    await expect(send("ada@acme.example")).rejects.toMatchObject({ code: "refused" });
    await send("ben@acme.example");
  });

  it("does not fit any more: then nothing is written", async () => {
    const asked = (await open("refuse")).call(contextOf("local"));
    for (let number = 0; number < 5001; number += 1)
      asked.ledger.record({ ...site, author: `author-${number}`, what: "an issue" });
    await expect(asked.assertMayFlow(site)).rejects.toMatchObject({ code: "refused" });
  });
});
