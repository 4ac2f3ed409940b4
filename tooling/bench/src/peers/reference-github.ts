import { join } from "node:path";
import type { Answer } from "../answer.ts";
import { newNumber } from "../github/numbered.ts";
import type { GithubSamples } from "../samples/github-samples.ts";
import type { ToolCall } from "../tool-call.ts";
import type { GithubTask } from "./github-task.ts";
import { installPackage } from "./install-package.ts";
import type { Peer } from "./peer.ts";
import { peersFolder } from "./peers-folder.ts";
import { type Reading, readingTasks } from "./reading-tasks.ts";
import type { Task } from "./task.ts";
import { textOf } from "./text-of.ts";

const PACKAGE = "@modelcontextprotocol/server-github";
const VERSION = "2025.4.8";

const site = { owner: "acme", repo: "site" };

/** What a review needs takes four calls here. */
const sides = ["", "_status", "_reviews", "_comments"];

/** The protocol project's own server, no longer kept and still much used. It knows the live GitHub alone. */
export function referenceGithub({ url, token, commit }: GithubSamples): Peer<GithubTask> {
  let installed = peersFolder;
  return {
    name: "reference",
    version: async () => VERSION,
    prepare: async () => {
      installed = await installPackage(PACKAGE, VERSION);
    },
    // As people start it, where it is only started.
    arguments: (setup) => [
      ...(setup === "usual" ? [] : ["--import", new URL("./reach-stand.js", import.meta.url).href]),
      join(installed, "dist", "index.js"),
    ],
    environment: (setup) => ({ GITHUB_PERSONAL_ACCESS_TOKEN: token(), BENCH_STAND: url(setup) }),
    tasks: {
      ...readingTasks({
        "read file": {
          call: (number) => ({ name: "get_file_contents", arguments: { ...site, path: `docs/step${number}.md` } }),
          items: fileOf,
        },
        "list issues": reading("list_issues", (number) => ({ ...site, labels: [`step${number}`], per_page: 30 })),
        "get issue": reading("get_issue", (number) => ({ ...site, issue_number: number })),
        "search repositories": reading("search_repositories", (number) => ({
          query: `step${number} in:name`,
          perPage: 20,
        })),
        "list commits": reading("list_commits", (number) => ({ ...site, sha: `step${number}`, perPage: 30 })),
      }),
      "read file of a commit again": {
        call: () => ({
          name: "get_file_contents",
          arguments: { ...site, path: "docs/step1.md", branch: commit() },
        }),
        items: fileOf,
      },
      review: review(),
      "create issue": change("create_issue", { title: "Seen", body: "Here." }),
      comment: change("add_issue_comment", { issue_number: 8, body: "Here too." }),
    },
  };
}

function fileOf(result: Answer["result"]): string[] {
  return [(JSON.parse(textOf(result)) as { content: string }).content];
}

/** One call after the other, as if they were pages. */
function review(): Task {
  let asked = 0;
  let number = 0;
  return {
    call(cursor): ToolCall {
      asked = Number(cursor ?? 0);
      if (asked === 0) number = newNumber(6);
      return { name: `get_pull_request${sides[asked]}`, arguments: { ...site, pull_number: number } };
    },
    items: (result) => (asked === 0 ? [textOf(result)] : []),
    nextCursor: () => (asked + 1 < sides.length ? String(asked + 1) : undefined),
  };
}

function reading(name: string, input: (number: number) => Readonly<Record<string, unknown>>): Reading {
  return { call: (number) => ({ name, arguments: input(number) }), items: (result) => [textOf(result)] };
}

/** A change, of which the item is the address of what was made. */
function change(name: string, input: Readonly<Record<string, unknown>>): Task {
  return {
    call: () => ({ name, arguments: { ...site, ...input } }),
    items: (result) => [(JSON.parse(textOf(result)) as { html_url: string }).html_url],
  };
}
