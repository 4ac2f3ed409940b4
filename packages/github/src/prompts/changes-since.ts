import { ConnectorError, type Content } from "@drawbridge/core";
import type { RepositoryName } from "../api/github-call.ts";
import { compare } from "../differences/compare.ts";
import { list } from "../listing/list.ts";
import type { Paged } from "../shown/paged.ts";

/** Of a repository that has no release yet. */
const mostCommits = 30;

/** What a head has that a release has not: commits, and a map of the files; of a first release the latest commits. */
export async function changesSince(
  at: RepositoryName,
  previous: string | undefined,
  head: string | undefined,
  context: Paged,
): Promise<{ readonly base: string | undefined; readonly content: Content }> {
  const base = previous ?? (await latestRelease(at, context));
  if (base !== undefined)
    return { base, content: await compare({ ...at, base, head: head ?? "HEAD", files_only: true }, context) };
  const { items } = await list({ ...at, kind: "commits", sha: head, limit: mostCommits }, context);
  const lines = items.map((item) => {
    const { sha, message, author } = item as Readonly<Record<string, unknown>>;
    return `${String(sha).slice(0, 10)} ${message} (${author})`;
  });
  return { base, content: { facts: { commits: lines.length }, parts: [{ text: lines.join("\n") }] } };
}

/** The tag of the latest release that is no draft and no pre-release. */
async function latestRelease({ owner, repo }: RepositoryName, context: Paged): Promise<string | undefined> {
  try {
    const call = context.client.call(context);
    return (await call.request("GET /repos/{owner}/{repo}/releases/latest", { owner, repo })).tag_name;
  } catch (error) {
    if (ConnectorError.is(error) && error.code === "not_found") return undefined;
    throw error;
  }
}
