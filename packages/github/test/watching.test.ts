import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Github } from "../src/api/github.ts";
import { github } from "../src/connector.ts";
import { committed } from "./stand/committed.ts";
import { ServedGithub } from "./stand/served-github.ts";

/** Looks every few milliseconds, and no more rarely after failures. */
const hasty: typeof github = {
  ...github,
  open: async (given, context) => Github.open(given as never, context, { first: 5, longest: 10, apart: 0 }),
};

let served: ServedGithub;
let host: Host;
let written = 0;

beforeAll(async () => {
  served = await ServedGithub.start();
  await committed(served, "watched", { "watched/a.md": "a", "watched/b.md": "b" });
}, 60_000);
beforeEach(async () => {
  host = await served.open({ as: "ada", connector: hasty });
});
afterEach(async () => {
  served.stand.calm();
  await host.close();
  expect(served.violations()).toEqual([]);
});
afterAll(() => served[Symbol.asyncDispose]());

const watched = "repo://acme/site/refs/watched/contents/watched";
const commit = (files: Parameters<typeof committed>[2]) => committed(served, "watched", files, "watched");
const asBen = (method: string, path: string, body: object) =>
  served.stand.as("ben", method, `/repos/acme/site/${path}`, body);
const newBody = () => ({ body: `written ${++written}` });

const soon = { timeout: 10_000, interval: 5 };

/** Resolves when the stand was asked so often since. */
async function asked(times: number): Promise<void> {
  const wanted = served.stand.requests.length + times;
  await vi.waitFor(() => expect(served.stand.requests.length).toBeGreaterThanOrEqual(wanted), soon);
}

/** Subscribes, and forgets what that took. */
async function subscribe(uri: string) {
  const told = vi.fn();
  const { close } = await host.subscribe(uri, told);
  served.stand.requests.length = 0;
  return { told, close };
}

describe("an address that is subscribed to", () => {
  it.each<[string, string, () => Promise<unknown>]>([
    ["a file is written", `${watched}/a.md`, () => commit({ "watched/a.md": `a ${++written}` })],
    ["a file appears in a folder", watched, () => commit({ [`watched/${++written}.md`]: "new" })],
    ["an issue is edited", "repo://acme/site/issues/2", () => asBen("PATCH", "issues/2", newBody())],
    ["an issue is commented on", "repo://acme/site/issues/4", () => asBen("POST", "issues/4/comments", newBody())],
    ["a pull request is edited", "repo://acme/site/pulls/7", () => asBen("PATCH", "pulls/7", newBody())],
    [
      "a check of a pull request ends",
      "repo://acme/site/pulls/7",
      async () => {
        const { head } = (await served.stand.as("ada", "GET", "/repos/acme/site/pulls/7")) as { head: { sha: string } };
        const run = { name: `check ${++written}`, head_sha: head.sha, status: "completed", conclusion: "failure" };
        await served.stand.as("ada", "POST", "/repos/acme/site/check-runs", run);
      },
    ],
  ])("is told of when %s, and once", async (_, uri, change) => {
    const { told, close } = await subscribe(uri);
    await change();
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce(), soon);
    await asked(6);
    expect(told).toHaveBeenCalledOnce();
    await close();
  });

  it("is told of when it is gone, and when it is back", async () => {
    const { told, close } = await subscribe(`${watched}/b.md`);
    await commit({ "watched/b.md": null });
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1), soon);
    await commit({ "watched/b.md": "b" });
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2), soon);
    await close();
  });

  it("is not told of where another file of its branch changes", async () => {
    const { told, close } = await subscribe(`${watched}/a.md`);
    await commit({ "watched/b.md": `b ${++written}` });
    await asked(5);
    expect(told).not.toHaveBeenCalled();
    await close();
  });

  it.each([`${watched}/a.md`, watched, "repo://acme/site/issues/2", "repo://acme/site/pulls/7"])(
    "costs nothing while nothing is new: %s",
    async (uri) => {
      const { close } = await subscribe(uri);
      await asked(8);
      await close();
      const seen = served.stand.requests.map(({ status, cost, isConditional }) => [status, cost, isConditional]);
      expect(new Set(seen.map(String))).toEqual(new Set(["304,0,true"]));
    },
  );

  it("costs nothing either where no answer is remembered", async () => {
    await host.close();
    host = await served.open({ as: "ada", connector: hasty, argv: ["--cache", "off"] });
    const { close } = await subscribe("repo://acme/site/contents/package.json");
    await asked(4);
    await close();
    expect(served.stand.requests.every(({ cost }) => cost === 0)).toBe(true);
  });

  it("is not looked at any more once nobody subscribes to it", async () => {
    const { told, close } = await subscribe(`${watched}/a.md`);
    await asked(2);
    await close();
    await host.callTool("github_whoami");
    served.stand.requests.length = 0;
    await commit({ "watched/a.md": `a ${++written}` });
    await host.callTool("github_read", { owner: "acme", repo: "site", path: "package.json" });
    expect(served.stand.requests.map(({ path }) => path)).toEqual(["/repos/acme/site/contents/package.json"]);
    expect(told).not.toHaveBeenCalled();
  });

  it("is heard of again after failures", async () => {
    const { told, close } = await subscribe(`${watched}/a.md`);
    served.stand.disturb({ match: /watched/, status: 404, message: "Disturbed", times: 1 });
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2), soon);
    served.stand.disturb({
      match: /watched/,
      status: 403,
      message: "Secondary rate limit",
      headers: { "retry-after": "0.01" },
    });
    served.stand.disturb({ match: /watched/, status: 401, message: "Bad credentials" });
    await asked(6);
    await commit({ "watched/a.md": `a ${++written}` });
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(3), soon);
    await close();
  });
});

describe("GitHub's wishes", () => {
  it("are heeded: it is not asked again before it wants", async () => {
    const { close } = await subscribe(`${watched}/a.md`);
    const match = vi.fn(({ path }: { path: string }) => path.includes("watched"));
    served.stand.disturb({ match, status: 304, headers: { "x-poll-interval": "3600" } });
    await vi.waitFor(() => expect(match).toHaveReturnedWith(true), soon);
    await host.callTool("github_tree", { owner: "acme", repo: "site" });
    served.stand.requests.length = 0;
    await host.callTool("github_tree", { owner: "acme", repo: "site" });
    expect(served.stand.requests.filter(({ path }) => path.includes("watched"))).toEqual([]);
    await close();
  });

  it("are that nobody looks again and again without a token, for then it counts", async () => {
    const nobody = await served.open({ connector: hasty });
    await nobody.readResource("repo://acme/site/contents/package.json");
    await expect(nobody.subscribe("repo://acme/site/contents/package.json", () => {})).rejects.toThrow("GITHUB_TOKEN");
  });

  it("are that what a token may not see is not asked for again", async () => {
    served.stand.disturb({
      match: /check-runs$/,
      status: 403,
      message: "Resource not accessible by personal access token",
    });
    const { told, close } = await subscribe("repo://acme/site/pulls/7");
    await asked(6);
    expect(served.stand.requests.filter(({ path }) => path.endsWith("check-runs"))).toEqual([]);
    await asBen("PATCH", "pulls/7", newBody());
    await vi.waitFor(() => expect(told).toHaveBeenCalled(), soon);
    await close();
  });
});

describe("what is watched", () => {
  const comment = () =>
    host.callTool("github_issue_write", {
      owner: "acme",
      repo: "site",
      method: "comment",
      issue_number: 2,
      ...newBody(),
    });

  it("was read by nobody: the flow guard knows nothing of it", async () => {
    await host.readResource("repo://acme/vault/contents/README.md");
    const { close } = await subscribe("repo://acme/site/issues/1");
    await asked(4);
    await close();
    expect((await comment()).isError).toBe(false);
  });

  it.each(["repo://acme/nothing/contents", "repo://acme/site/issues/999", "repo://acme/site/contents/%2e%2e/x"])(
    "is nothing that cannot be read: %s",
    async (uri) => {
      await expect(host.subscribe(uri, () => {})).rejects.toThrow();
    },
  );
});
