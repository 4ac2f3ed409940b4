import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { LineComment } from "./line-comment.ts";
import { linesOfPatch } from "./lines-of-patch.ts";

type PullAt = RepositoryName & { readonly pull_number: number };

interface Changed {
  readonly filename: string;
  readonly patch?: string;
}

/** Which comments are on no line of a pull request's difference, and which lines there are; those that are found to be so. */
export async function lineFaults(
  call: GithubCall,
  at: PullAt,
  comments: readonly LineComment[],
): Promise<readonly string[]> {
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/files";
  const files: readonly Changed[] = await call.request(route, { ...at, per_page: 100 });
  return [...new Set(comments.flatMap((comment) => faultOf(comment, files, files.length < 100)))];
}

/** @param isWhole whether all changed files are known */
function faultOf({ path, line, start_line, side = "RIGHT" }: LineComment, files: readonly Changed[], isWhole: boolean) {
  const file = files.find(({ filename }) => filename === path);
  if (file === undefined)
    return isWhole ? [`${path} is not changed by it, so that no comment can be on its lines`] : [];
  if (file.patch === undefined) return [];
  const spans = linesOfPatch(file.patch, side);
  const isWithin = spans.some(([first, last]) => line <= last && (start_line ?? line) >= first);
  if (isWithin && (start_line ?? line) <= line) return [];
  const shown = spans.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
  const meant = start_line === undefined ? `line ${line}` : `lines ${start_line} to ${line}`;
  return [
    `${path}: ${meant} (side ${side}) is not in one hunk of the difference, which has ${shown || "no lines of that side"}`,
  ];
}
