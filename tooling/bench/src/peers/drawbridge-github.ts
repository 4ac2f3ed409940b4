import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { newNumber } from "../github/numbered.ts";
import type { GithubSamples } from "../samples/github-samples.ts";
import type { GithubTask } from "./github-task.ts";
import { packageVersion } from "./package-version.ts";
import type { Peer } from "./peer.ts";
import { type Reading, readingTasks } from "./reading-tasks.ts";
import type { Task } from "./task.ts";
import { textOf } from "./text-of.ts";

const site = { owner: "acme", repo: "site" };

/** Our own connector, as built in this workspace. */
export function drawbridgeGithub({ url, token, commit }: GithubSamples): Peer<GithubTask> {
  const packageFolder = dirname(fileURLToPath(import.meta.resolve("@drawbridge/github/package.json")));
  return {
    name: "drawbridge",
    version: () => packageVersion(packageFolder),
    prepare: async () => {},
    arguments: (setup) => [
      join(packageFolder, "dist", "cli.cjs"),
      ...["--host", url(setup)],
      ...(setup.startsWith("writing") ? ["--access", "write"] : []),
      ...(setup === "remembering" ? ["--fresh-for", "60"] : []),
    ],
    environment: () => ({ GITHUB_TOKEN: token() }),
    tasks: {
      ...readingTasks({
        "read file": reading("github_read", (number) => ({ ...site, path: `docs/step${number}.md` })),
        "list issues": reading("github_list", (number) => ({ ...site, kind: "issues", labels: `step${number}` })),
        "get issue": reading("github_issue_read", (number) => ({ ...site, issue_number: number })),
        "search repositories": reading("github_search", (number) => ({
          kind: "repositories",
          query: `step${number} in:name`,
        })),
        "list commits": reading("github_list", (number) => ({ ...site, kind: "commits", sha: `step${number}` })),
      }),
      "read file of a commit again": {
        call: () => ({ name: "github_read", arguments: { ...site, path: "docs/step1.md", ref: commit() } }),
        items: (result) => [textOf(result)],
      },
      review: {
        call: () => ({ name: "github_pr_read", arguments: { ...site, pull_number: newNumber(6) } }),
        items: (result) => [textOf(result)],
      },
      "create issue": change({ method: "create", title: "Seen", body: "Here." }),
      comment: change({ method: "comment", issue_number: 8, body: "Here too." }),
    },
  };
}

function reading(name: string, input: (number: number) => Readonly<Record<string, unknown>>): Reading {
  return { call: (number) => ({ name, arguments: input(number) }), items: (result) => [textOf(result)] };
}

/** A change, of which the item is the address of what was made. */
function change(input: Readonly<Record<string, unknown>>): Task {
  return {
    call: () => ({ name: "github_issue_write", arguments: { ...site, ...input } }),
    items: ({ _meta }) => [(_meta as { url: string }).url],
  };
}
