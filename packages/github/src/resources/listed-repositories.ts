import { type CallContext, ConnectorError, type ResourceEntry } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import { knownRepositories } from "../completing/known-repositories.ts";
import { writtenAddress } from "./written-address.ts";

/** A list for a person to pick from; the others are found by completion. */
const most = { named: 200, recent: 20 };

/**
 * The tops of the repositories that `--repos` names, and else of those that were pushed to last. Of the latter the public ones
 * alone: many hosts ask for the list unasked and show it to the model, and the name of a private repository is private.
 */
export async function listedRepositories(context: CallContext<Github>): Promise<readonly ResourceEntry[]> {
  const call = context.client.call(context);
  const { patterns } = call.scope;
  const named = patterns.filter((pattern) => !pattern.endsWith("/*"));
  const isWhole = patterns.length > 0 && named.length === patterns.length;
  const recent = isWhole ? [] : await recentlyPushed(context);
  const names = [...named.slice(0, most.named), ...recent.filter((name) => !named.includes(name))];
  return names.map((name) => {
    const [owner = "", repo = ""] = name.split("/");
    return { uri: writtenAddress({ owner, repo, ref: undefined, path: "" }), name };
  });
}

/** None where they cannot be asked for: what else there is can be listed all the same. */
async function recentlyPushed(context: CallContext<Github>): Promise<readonly string[]> {
  try {
    const known = await knownRepositories(context, "public");
    return known.slice(0, most.recent).map(({ owner, repo }) => `${owner}/${repo}`);
  } catch (error) {
    if (ConnectorError.is(error)) return [];
    throw error;
  }
}
