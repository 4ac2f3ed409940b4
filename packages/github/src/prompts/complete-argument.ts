import type { CallContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { Completed } from "../completing/complete.ts";

const completed: Readonly<Record<string, Completed | undefined>> = {
  owner: "owner",
  repo: "repo",
  issue_number: "issue_number",
  pull_number: "pull_number",
  tag_name: "tag_name",
  previous_tag_name: "tag_name",
  target_commitish: "ref",
};

/** Suggestions for a prompt's argument; none for those that are in a person's own words. */
export async function completeArgument(
  argument: string,
  typed: string,
  context: CallContext<Github>,
  chosen: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const what = completed[argument];
  if (what === undefined) return [];
  const { complete } = await import("../completing/complete.ts");
  return complete(what, typed, context, chosen);
}
