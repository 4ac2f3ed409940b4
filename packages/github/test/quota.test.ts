import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

let served: ServedGithub;
let host: Host;
let written = 0;

const site = { owner: "acme", repo: "site" };
const readme = { ...site, path: "README.md" };

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada" });
});
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(() => {
  served.stand.requests.length = 0;
});
afterEach(() => {
  served.stand.calm();
  expect(served.violations()).toEqual([]);
});

const read = (of: Host = host) => of.callTool("github_read", readme);
const costs = () => served.stand.requests.map(({ cost }) => cost);
const asked = (method: string) => served.stand.requests.filter((request) => request.method === method);

/** A write of its own, and how often it was made. */
function comment() {
  const body = `written ${++written}`;
  const call = host.callTool("github_issue_write", { ...site, method: "comment", issue_number: 1, body });
  return { call, times: () => timesWritten(body) };
}

async function timesWritten(body: string): Promise<number> {
  const comments = (await served.stand.as("ada", "GET", "/repos/acme/site/issues/1/comments?per_page=100")) as {
    body: string;
  }[];
  return comments.filter((one) => one.body === body).length;
}

/** What GitHub says of a limit that is not the hour's. */
const secondary = (
  status: number,
  seconds: number | undefined,
  message = "You have exceeded a secondary rate limit.",
) => ({
  status,
  message,
  headers: seconds === undefined ? {} : { "retry-after": String(seconds) },
});

const spent = (seconds: number) => ({
  status: 403,
  message: "API rate limit exceeded for user ID 1.",
  headers: {
    "x-ratelimit-remaining": "0",
    "x-ratelimit-limit": "5000",
    "x-ratelimit-resource": "core",
    "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + seconds),
  },
});

describe("an answer that was had before", () => {
  it("is asked for with its tag, and costs nothing where it is the same", async () => {
    const [first, again] = [await answered(read()), await answered(read())];
    expect(costs().at(-1)).toBe(0);
    expect(again.meta).toMatchObject({ cost: 0, remaining: first.meta.remaining, sha: first.meta.sha });
  });

  it("is had anew where it is another", async () => {
    const issue = () => answered(host.callTool("github_issue_read", { ...site, method: "get", issue_number: 1 }));
    await issue();
    await served.stand.as("ada", "PATCH", "/repos/acme/site/issues/1", { title: "Another title" });
    expect((await issue()).text).toContain("Another title");
  });

  it("is nothing to somebody else's credential", async () => {
    await answered(read());
    served.stand.requests.length = 0;
    await answered(read(await served.open({ as: "ben" })));
    expect(served.stand.requests.map(({ isConditional }) => isConditional)).toEqual([false]);
  });

  it("is not asked for while it is fresh, until something is changed here", async () => {
    const hasty = await served.open({ as: "ada", argv: ["--fresh-for", "60"] });
    const issue = () => answered(hasty.callTool("github_issue_read", { ...site, issue_number: 3 }));
    const first = await issue();
    served.stand.requests.length = 0;
    const again = await issue();
    expect([served.stand.requests, again.text.includes("Weekly report"), again.meta.cost]).toEqual([[], true, 0]);
    expect(again.meta.remaining).toBe(first.meta.remaining);
    const change = { ...site, method: "update", issue_number: 3, title: "Monthly report" };
    await answered(hasty.callTool("github_issue_write", change));
    expect((await issue()).text).toContain("Monthly report");
  });

  it("is confirmed before a change rests on it, however fresh it is", async () => {
    const hasty = await served.open({ as: "ada", argv: ["--fresh-for", "60"] });
    const change = { ...site, method: "update", issue_number: 3, title: "Yearly report" };
    const { meta } = await answered(hasty.callTool("github_issue_write", { ...change, dry_run: true }));
    await served.stand.as("ben", "PATCH", "/repos/acme/site/issues/3", { body: "Changed meanwhile" });
    const { text } = await hasty.callTool("github_issue_write", { ...change, expected_state: meta.state });
    expect(text).toContain("Something changed since the dry run");
  });

  it("is not asked for again where it cannot change, also after a change", async () => {
    const { object } = (await served.stand.as("ada", "GET", "/repos/acme/site/git/ref/heads/main")) as {
      object: { sha: string };
    };
    const ofCommit = () => answered(host.callTool("github_read", { ...readme, ref: object.sha }));
    const first = await ofCommit();
    await answered(comment().call);
    served.stand.requests.length = 0;
    const again = await ofCommit();
    expect([served.stand.requests, again.meta.sha, again.meta.cost]).toEqual([[], first.meta.sha, 0]);
    await answered(read());
    expect(served.stand.requests.map(({ isConditional }) => isConditional)).toEqual([true]);
  });

  it("is asked for anew with --cache off", async () => {
    const forgetful = await served.open({ as: "ada", argv: ["--cache", "off"] });
    await read(forgetful);
    await read(forgetful);
    expect(costs()).toEqual([1, 1]);
  });
});

it("asks once what several want at the same time, and it is paid for once", async () => {
  const file = { ...site, path: "src/add.ts" };
  const answers = await Promise.all([1, 2, 3].map(() => answered(host.callTool("github_read", file))));
  expect(costs()).toEqual([1]);
  expect(answers.map(({ meta }) => meta.cost).sort()).toEqual([0, 0, 1]);
  expect(answers.every(({ meta }) => typeof meta.remaining === "number")).toBe(true);
});

describe("a limit that soon is over", () => {
  it.each([
    ["a secondary one", () => secondary(403, 0.05)],
    ["one in other words", () => secondary(429, 0.05, "Too many requests")],
    ["the hour's", () => spent(0)],
  ])("is waited for, and told: %s", async (_, storm) => {
    served.stand.disturb(storm());
    const told: (string | undefined)[] = [];
    await answered(host.callTool("github_read", readme, { onProgress: ({ message }) => told.push(message) }));
    expect(told).toEqual([expect.stringMatching(/^GitHub wants us to wait [\d.]+ seconds?$/)]);
  });

  it("is waited for by a write, which was refused and is made once", async () => {
    served.stand.disturb({ method: "POST", ...secondary(403, 0.05) });
    const { call, times } = comment();
    await answered(call);
    expect(await times()).toBe(1);
  });

  it("is not waited for any longer once the call is cancelled", async () => {
    served.stand.disturb({ method: "POST", ...secondary(403, 20) });
    const cancelling = new AbortController();
    const body = "never written";
    const input = { ...site, method: "comment", issue_number: 1, body };
    const onProgress = () => cancelling.abort();
    await expect(
      host.callTool("github_issue_write", input, { signal: cancelling.signal, onProgress }),
    ).rejects.toThrow();
    expect(await timesWritten(body)).toBe(0);
  });
});

describe("a limit that is not over soon", () => {
  it.each([
    ["a secondary one", () => secondary(403, 120), 120],
    ["a secondary one of which no time is told", () => secondary(429, undefined), 60],
    ["the hour's", () => spent(1800), 1800],
  ])("fails at once with the time: %s", async (_, storm, seconds) => {
    served.stand.disturb({ ...storm(), times: 5 });
    const { isError, text } = await read();
    expect([isError, served.stand.requests.length]).toEqual([true, 1]);
    const told = Number(/Try again in (\d+) seconds, at 20\d\d-/.exec(text)?.[1]);
    expect(Math.abs(told - seconds)).toBeLessThanOrEqual(2);
  });

  it("is not taken for a refusal for another reason that used up the last request", async () => {
    served.stand.disturb({ ...spent(1800), message: "Resource not accessible by personal access token" });
    expect((await read()).text).toContain("The token may not do this");
  });

  it("is GraphQL's own, which is told inside of an answer", async () => {
    const errors = [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }];
    served.stand.disturb({ match: /graphql$/, ...spent(900), status: 200, body: { errors } });
    const { text } = await host.callTool("github_pr_read", { ...site, method: "overview", pull_number: 5 });
    expect(text).toMatch(/GraphQL.*Try again in (89\d|90\d) seconds/);
  });
});

describe("a storm", () => {
  it("of failures ends in the right answer where it ends", async () => {
    served.stand.disturb({ status: 502 });
    await answered(read());
    served.stand.disturb({ match: /graphql$/, status: 502 });
    await answered(host.callTool("github_pr_read", { ...site, method: "overview", pull_number: 5 }));
  });

  it("ends in a clear error where it does not, after three times more", async () => {
    served.stand.disturb({ match: /README/, status: 503, times: 9 });
    const { isError, text } = await read();
    expect([isError, served.stand.requests.length]).toEqual([true, 4]);
    expect(text).toContain("GitHub failed for acme/site");
    expect(text).toContain("Try again");
  });

  it.each([
    ["the connection was cut", 0, true],
    ["the answer was another", 502, true],
    ["it was not made", 500, false],
  ])("never makes a write twice: %s", async (_, status, afterwards) => {
    served.stand.disturb({ method: "POST", status, afterwards });
    const { call, times } = comment();
    const { isError, text } = await call;
    expect([isError, await times(), asked("POST").length]).toEqual([true, afterwards ? 1 : 0, 1]);
    expect(text).toContain("it may have been made");
    expect(text).toContain("Look whether it was");
    expect(text).not.toContain("Try again");
  });

  it("never says to try a write again where something on the way answered in GitHub's place", async () => {
    served.stand.disturb({
      method: "POST",
      status: 200,
      body: "<html>Sign in to the network</html>",
      afterwards: true,
    });
    const { call, times } = comment();
    const { text, meta } = await call;
    expect([meta.code, await times()]).toEqual(["conflict", 1]);
    expect(text).toContain("may have been made");
    expect(text).not.toContain("Try again");
  });

  it.each([
    ["was begun", { data: { enablePullRequestAutoMerge: null } }, "may have been made"],
    ["was not begun", {}, "Try again"],
  ])("tells of a write by GraphQL that failed whether it %s", async (_, data, told) => {
    const errors = [{ message: "Something went wrong while executing your query" }];
    served.stand.disturb({ match: /graphql$/, method: "POST", status: 200, body: { ...data, errors } });
    const input = { ...site, method: "auto_merge", operation: "add", pull_number: 5 };
    expect((await host.callTool("github_pr_write", input)).text).toContain(told);
  });

  it("never makes a write by GraphQL twice, not even where the failure used up the last request", async () => {
    served.stand.disturb({ match: /graphql$/, ...spent(0), status: 502, times: 3 });
    const input = { ...site, method: "auto_merge", operation: "add", pull_number: 5 };
    const { text } = await host.callTool("github_pr_write", input);
    expect([text, asked("POST").length]).toEqual([expect.stringContaining("may have been made"), 1]);
  });
});
