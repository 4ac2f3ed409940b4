import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { committed } from "./stand/committed.ts";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly path: string;
  readonly line?: number;
  readonly in_reply_to_id?: number;
}

interface Review {
  readonly id: number;
  readonly state: string;
  readonly body: string;
}

let served: ServedGithub;
let host: Host;
let made = 0;

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
});

afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const review = (input: object) => host.callTool("github_review", { ...site, ...input });
const seen = async <Seen>(number: number, what: string) =>
  (await served.stand.as("ada", "GET", `/repos/acme/site/pulls/${number}/${what}?per_page=100`)) as Seen[];

/** The number of a pull request of ben's that changes lines 2 and 40 of a file, and adds another. */
async function aPull(): Promise<number> {
  made += 1;
  const lines = Array.from({ length: 60 }, (_, line) => `${line + 1}\n`);
  await committed(served, `review-base-${made}`, { "long.txt": lines.join("") });
  const changed = lines.map((line, index) => (index === 1 || index === 39 ? `changed ${line}` : line)).join("");
  await committed(served, `review-${made}`, { "long.txt": changed, "new.txt": "one\ntwo\n" }, `review-base-${made}`);
  const body = { title: "Review me", head: `review-${made}`, base: `review-base-${made}` };
  return ((await served.stand.as("ben", "POST", "/repos/acme/site/pulls", body)) as { number: number }).number;
}

async function refused(input: object): Promise<string> {
  const { text, isError } = await review(input);
  expect(isError).toBe(true);
  return text;
}

describe("github_review", () => {
  it("reviews at once, with comments on lines of both sides", async () => {
    const pull_number = await aPull();
    const comments = [
      { path: "long.txt", line: 40, start_line: 39, body: "Why?" },
      { path: "long.txt", line: 2, side: "LEFT", body: "Keep this." },
      { path: "new.txt", line: 1, body: "Good." },
    ];
    const input = { method: "create", pull_number, event: "REQUEST_CHANGES", body: "Not yet.", comments };
    const { meta } = await answered(review(input));
    expect(meta).toMatchObject({ state: "changes_requested", review: expect.any(Number) });
    expect(await seen<Review>(pull_number, "reviews")).toMatchObject([
      { state: "CHANGES_REQUESTED", body: "Not yet." },
    ]);
    expect((await seen<Comment>(pull_number, "comments")).map(({ body }) => body)).toEqual([
      "Why?",
      "Keep this.",
      "Good.",
    ]);
  });

  it("keeps a review pending, adds to it, and submits it", async () => {
    const pull_number = await aPull();
    const begun = await answered(
      review({ method: "create", pull_number, comments: [{ path: "new.txt", line: 1, body: "First." }] }),
    );
    expect(begun.text).toContain("that only you see: add to it with comment, then submit it");
    const review_id = begun.meta.review;
    expect(await served.stand.as("ben", "GET", `/repos/acme/site/pulls/${pull_number}/reviews`)).toEqual([]);
    const second = { path: "long.txt", line: 40, body: "Second." };
    await answered(review({ method: "comment", pull_number, review_id, comments: [second] }));
    expect(await refused({ method: "create", pull_number, body: "Another" })).toContain("one pending review");
    await answered(review({ method: "submit", pull_number, review_id, event: "COMMENT", body: "All." }));
    expect(await seen<Review>(pull_number, "reviews")).toMatchObject([{ state: "COMMENTED" }]);
    expect((await seen<Comment>(pull_number, "comments")).map(({ body }) => body)).toEqual(["First.", "Second."]);
    expect(await refused({ method: "comment", pull_number, review_id, comments: [second] })).toContain(
      "submitted already",
    );
  });

  it("adds either all of several comments to a pending review or none", async () => {
    const pull_number = await aPull();
    const { meta } = await answered(review({ method: "create", pull_number, body: "Hm" }));
    const first = { path: "new.txt", line: 1, body: "Good." };
    const comments = [first, { path: "long.txt", line: 20, body: "Wrong." }];
    const add = { method: "comment", pull_number, review_id: meta.review };
    expect(await refused({ ...add, comments })).toContain("Nothing was written: long.txt: line 20");
    await answered(review({ ...add, comments: [first] }));
    await answered(review({ method: "submit", pull_number, review_id: meta.review, event: "COMMENT" }));
    expect(await seen(pull_number, "comments")).toHaveLength(1);
  });

  it("throws a pending review away", async () => {
    const pull_number = await aPull();
    const { meta } = await answered(review({ method: "create", pull_number, body: "Hm" }));
    await answered(review({ method: "discard", pull_number, review_id: meta.review }));
    expect(await seen(pull_number, "reviews")).toEqual([]);
  });

  it("answers a comment, and settles its thread and opens it again", async () => {
    const { text, meta } = await answered(review({ method: "reply", pull_number: 5, comment_id: 4, body: "It is." }));
    expect([text.includes("Replied in acme/site#5"), meta.comment]).toEqual([true, expect.any(Number)]);
    const [reply] = (await seen<Comment>(5, "comments")).filter(({ id }) => id === meta.comment);
    expect(reply).toMatchObject({ body: "It is.", in_reply_to_id: 4 });
    const overview = () => answered(host.callTool("github_pr_read", { ...site, pull_number: 5 }));
    const thread_id = /thread (\S+)/.exec((await overview()).text)?.[1];
    expect((await overview()).text).toContain("ada (comment");
    await answered(review({ method: "resolve", pull_number: 5, thread_id }));
    expect((await overview()).meta.open_threads).toBeUndefined();
    await answered(review({ method: "unresolve", pull_number: 5, thread_id }));
    expect((await overview()).meta.open_threads).toBe(1);
    expect(await refused({ method: "resolve", pull_number: 6, thread_id })).toContain("acme/site#6 has no thread");
  });

  it("says which lines a comment may be on, and writes nothing", async () => {
    const pull_number = await aPull();
    const comments = [
      { path: "new.txt", line: 1, body: "Good." },
      { path: "long.txt", line: 20, body: "Wrong." },
      { path: "src/add.ts", line: 1, body: "Wrong." },
    ];
    const said = await refused({ method: "create", pull_number, event: "COMMENT", body: "x", comments });
    expect(said).toContain("long.txt: line 20 (side RIGHT) is not in one hunk of the difference, which has 1-5, 37-43");
    expect(said).toContain("src/add.ts is not changed by it");
    expect(await seen(pull_number, "reviews")).toEqual([]);
  });

  it.each([
    [{ method: "create", pull_number: 9999, body: "x" }, "acme/site#9999"],
    [{ method: "create", pull_number: 2, body: "x" }, "acme/site#2"],
    [{ method: "create", pull_number: 5, event: "REQUEST_CHANGES" }, "needs a body, or comments"],
    [{ method: "submit", pull_number: 5, review_id: 9999, event: "APPROVE" }, "review 9999 of acme/site#5"],
    [{ method: "submit", pull_number: 5, review_id: 1 }, "The method submit needs event"],
    [{ method: "comment", pull_number: 5, review_id: 1 }, "The method comment needs comments"],
    [
      { method: "comment", pull_number: 5, review_id: 9999, comments: [{ path: "a", line: 1, body: "x" }] },
      "review 9999",
    ],
    [{ method: "discard", pull_number: 5, review_id: 1 }, "Can not delete a non-pending pull request review"],
    [{ method: "reply", pull_number: 5, comment_id: 9999, body: "x" }, "comment 9999 of acme/site#5"],
    [{ method: "reply", pull_number: 5, comment_id: 4 }, "The method reply needs body"],
    [{ method: "resolve", pull_number: 5, thread_id: "nope" }, "acme/site#5 has no thread nope"],
    [{ method: "resolve", pull_number: 5 }, "The method resolve needs thread_id"],
  ])("refuses %o and says why", async (input, said) => {
    expect(await refused(input)).toContain(said);
  });

  it("shows in a dry run what each method would say, and says none of it", async () => {
    const pull_number = await aPull();
    const comments = [{ path: "new.txt", line: 1, body: "Good." }];
    for (const [input, said] of [
      [{ method: "create", event: "APPROVE", body: "Fine", comments }, "Review: APPROVE\n\nFine\n\nnew.txt:1 Good."],
      [{ method: "create", comments }, "Begin a review that is not submitted yet"],
      [{ method: "comment", review_id: 1, comments }, "Add to the pending review 1"],
      [{ method: "submit", review_id: 1, event: "APPROVE" }, "Submit review 1: APPROVE"],
      [{ method: "discard", review_id: 1 }, "Throw the pending review 1 away"],
      [{ method: "reply", comment_id: 4, body: "No" }, "Reply to comment 4:\n\nNo"],
      [{ method: "resolve", thread_id: "x" }, "resolve the thread x"],
    ] as const)
      expect((await answered(review({ ...input, pull_number, dry_run: true }))).text).toContain(said);
    expect([await seen(pull_number, "reviews"), await seen(pull_number, "comments")]).toEqual([[], []]);
  });

  it("submits what a dry run showed, and not on another head", async () => {
    const pull_number = await aPull();
    const input = { method: "create", pull_number, event: "APPROVE", body: "Fine" };
    const { meta } = await answered(review({ ...input, dry_run: true }));
    await committed(served, `review-${made}`, { "new.txt": "other\n" }, `review-${made}`);
    expect(await refused({ ...input, expected_state: meta.state })).toContain("changed since the dry run");
    const again = await answered(review({ ...input, dry_run: true }));
    await answered(review({ ...input, expected_state: again.meta.state }));
    expect(await seen<Review>(pull_number, "reviews")).toMatchObject([{ state: "APPROVED" }]);
  });
});
