import type { Stand } from "../stand.ts";
import { commit } from "./commit.ts";

const repo = "acme/site";
const at = `/repos/${repo}`;

/**
 * Pull requests of the site: 5 by ben, which a check fails and rita has reviewed; 6 by olga, which passes everything;
 * 7 by ben, a draft.
 *
 * @param base the head of main
 */
export async function fillPulls(stand: Stand, base: string): Promise<void> {
  const broken =
    "/** The sum. */\nexport function add(a: number, b: number): number {\n  return Math.abs(a) + Math.abs(b);\n}\n";
  const fix = {
    repo,
    login: "ben",
    branch: "fix-add",
    parent: base,
    message: "Add negative numbers",
    files: { "src/add.ts": broken },
  };
  const head = await commit(stand, fix);
  const text = { title: "Add negative numbers", body: "Takes signs into account.\n\nFixes #2" };
  await stand.as("ben", "POST", `${at}/pulls`, { ...text, head: "fix-add", base: "main" });
  await fillChecks(stand, head);
  await fillReviews(stand);
  const docs = {
    repo,
    login: "olga",
    branch: "more-docs",
    parent: base,
    message: "Say more",
    files: { "docs/more.md": "# More\n" },
  };
  const documented = await commit(stand, docs);
  await stand.as("olga", "POST", `${at}/pulls`, {
    title: "Say more",
    body: "Docs only.",
    head: "more-docs",
    base: "main",
  });
  await check(stand, documented, { name: "test", conclusion: "success" });
  await stand.as("ben", "POST", `${at}/pulls/6/reviews`, { event: "APPROVE", body: "Good." });
  await commit(stand, {
    repo,
    login: "ben",
    branch: "wip",
    parent: base,
    message: "Begin",
    files: { "src/next.ts": "export {};\n" },
  });
  await stand.as("ben", "POST", `${at}/pulls`, {
    title: "Not ready",
    body: null,
    head: "wip",
    base: "main",
    draft: true,
  });
}

async function fillChecks(stand: Stand, head: string): Promise<void> {
  await check(stand, head, { name: "lint", conclusion: "success" });
  const annotations = [
    {
      path: "src/add.ts",
      start_line: 3,
      end_line: 3,
      annotation_level: "failure",
      message: "AssertionError: expected 3 to be -3",
    },
  ];
  const output = {
    title: "1 test failed",
    summary: "src/add.test.ts > adds negative numbers\n\nexpected 3 to be -3",
    annotations,
  };
  await check(stand, head, { name: "test", conclusion: "failure", output });
}

async function check(stand: Stand, head_sha: string, run: object): Promise<void> {
  const dates = { started_at: "2026-01-05T10:00:00Z", completed_at: "2026-01-05T10:02:00Z" };
  await stand.as("ada", "POST", `${at}/check-runs`, { head_sha, status: "completed", ...dates, ...run });
}

/** Two threads on one line each: the second is settled. */
async function fillReviews(stand: Stand): Promise<void> {
  const comments = [
    { path: "src/add.ts", line: 3, side: "RIGHT", body: "This makes -1 + 2 three. Is that meant?" },
    { path: "src/add.ts", line: 1, side: "RIGHT", body: "A full stop is enough here." },
  ];
  await stand.as("rita", "POST", `${at}/pulls/5/reviews`, { event: "REQUEST_CHANGES", body: "Not yet.", comments });
  const said = (await stand.as("rita", "GET", `${at}/pulls/5/comments`)) as { id: number; line: number }[];
  const settled = said.find(({ line }) => line === 1);
  if (settled !== undefined) stand.comments.resolvedBy.set(settled.id, "ben");
}
