import type { CallContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { RepositoryName } from "../api/github-call.ts";
import { contentsAt } from "../contents/contents-at.ts";
import { beginning } from "./beginning.ts";

/** What is in the folder that was typed so far; a folder ends in a slash, to be typed on. */
export async function completePath(
  { owner, repo }: RepositoryName,
  typed: string,
  context: CallContext<Github>,
  ref: string | undefined,
): Promise<readonly string[]> {
  const folder = typed.slice(0, typed.lastIndexOf("/") + 1);
  if (/(^|\/)\.{0,2}\//.test(folder)) return [];
  const call = context.client.call(context);
  const { entries = [] } = await contentsAt(call, { owner, repo }, folder.replace(/\/$/, ""), ref || undefined);
  const paths = entries.map(({ name, type }) => `${folder}${name}${type === "dir" ? "/" : ""}`);
  return beginning(paths, typed);
}
