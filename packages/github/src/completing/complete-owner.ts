import type { CallContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import { beginning } from "./beginning.ts";
import { isPlain } from "./is-plain.ts";
import { knownRepositories } from "./known-repositories.ts";

/** Owners that `--repos` names; without it those of the repositories in which the credential has a part. */
export async function completeOwner(typed: string, context: CallContext<Github>): Promise<readonly string[]> {
  if (!isPlain(typed)) return [];
  const { patterns } = context.client.call(context).scope;
  const owners =
    patterns.length > 0
      ? patterns.map((pattern) => pattern.split("/")[0] ?? "")
      : (await knownRepositories(context)).map(({ owner }) => owner);
  return beginning(owners, typed);
}
