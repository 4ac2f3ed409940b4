import type { Stand } from "../stand.ts";
import { commit } from "./commit.ts";

const repo = "acme/vault";

/** The private repository, with what must not leave it. */
export async function fillVault(stand: Stand): Promise<void> {
  const { object } = (await stand.as("ada", "GET", `/repos/${repo}/git/ref/heads/main`)) as { object: { sha: string } };
  const files = {
    "README.md": "# vault\n\nThe plan for next year: a moat, and a bridge that can be drawn.\n",
    "src/keys.ts": 'export const shared = "hunter2-not-a-real-secret";\n',
  };
  const head = await commit(stand, {
    repo,
    login: "ada",
    branch: "main",
    parent: object.sha,
    message: "Write the plan",
    files,
  });
  await stand.as("ben", "POST", `/repos/${repo}/issues`, {
    title: "How deep is the moat?",
    body: "Three metres, I should say.",
  });
  await commit(stand, {
    repo,
    login: "ben",
    branch: "deeper",
    parent: head,
    message: "Dig deeper",
    files: { "src/depth.ts": "export const depth = 3;\n" },
  });
  await stand.as("ben", "POST", `/repos/${repo}/pulls`, {
    title: "Dig deeper",
    body: "Three metres.",
    head: "deeper",
    base: "main",
  });
}
