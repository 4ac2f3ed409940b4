import type { Answer } from "../front/exchange.ts";
import { refusal } from "../front/refusal.ts";
import type { ComparedFile } from "./pull-routes.ts";

const mostLines = 20_000;
const mostFiles = 300;

/** Files of a comparison as `git diff` writes them; GitHub refuses with 406 what is larger than a person would read. */
export function unifiedDiff(files: readonly ComparedFile[]): Answer {
  const lines = files.reduce((all, { additions, deletions }) => all + additions + deletions, 0);
  if (lines > mostLines) return tooLarge(`lines (${mostLines})`);
  if (files.length >= mostFiles) return tooLarge(`files (${mostFiles})`);
  const body = files.map(diffOf).join("");
  return { status: 200, headers: { "content-type": "application/vnd.github.v3.diff; charset=utf-8" }, body };
}

function diffOf({ filename, previous_filename: before = filename, status, patch }: ComparedFile): string {
  const head = `diff --git a/${before} b/${filename}\n`;
  if (status === "renamed" && !patch)
    return `${head}similarity index 100%\nrename from ${before}\nrename to ${filename}\n`;
  const mode = status === "added" ? "new file mode 100644\n" : status === "removed" ? "deleted file mode 100644\n" : "";
  if (!patch) return `${head}${mode}Binary files differ\n`;
  const old = status === "added" ? "/dev/null" : `a/${before}`;
  const fresh = status === "removed" ? "/dev/null" : `b/${filename}`;
  return `${head}${mode}--- ${old}\n+++ ${fresh}\n${patch}\n`;
}

function tooLarge(what: string): Answer {
  const errors = [{ resource: "PullRequest", field: "diff", code: "too_large" }];
  return refusal(406, `Sorry, the diff exceeded the maximum number of ${what}`, { errors });
}
