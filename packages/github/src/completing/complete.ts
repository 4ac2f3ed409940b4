import { type CallContext, ConnectorError } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { RepositoryName } from "../api/github-call.ts";
import { completeNumber } from "./complete-number.ts";
import { completeOwner } from "./complete-owner.ts";
import { completePath } from "./complete-path.ts";
import { completeRef } from "./complete-ref.ts";
import { completeRepository } from "./complete-repository.ts";

/** What can be completed, by the names that arguments and variables have. */
export type Completed = "owner" | "repo" | "ref" | "tag_name" | "path" | "issue_number" | "pull_number";

type Chosen = Readonly<Record<string, string>>;
type Context = CallContext<Github>;

/** Within a repository, as far as both of its names are chosen; what it asks is held to the scope and recorded as any reading. */
type Within = (at: RepositoryName, typed: string, context: Context, chosen: Chosen) => Promise<readonly string[]>;

const within: Readonly<Record<Exclude<Completed, "owner" | "repo">, Within>> = {
  ref: (at, typed, context) => completeRef(at, typed, context, ["heads", "tags"]),
  tag_name: (at, typed, context) => completeRef(at, typed, context, ["tags"]),
  path: (at, typed, context, { ref }) => completePath(at, typed, context, ref),
  issue_number: (at, typed, context) => completeNumber(at, typed, context, "issues"),
  pull_number: (at, typed, context) => completeNumber(at, typed, context, "pullRequests"),
};

/** Where nothing can be suggested for what was chosen before: somebody is still typing it. */
const none: ReadonlySet<string> = new Set(["not_found", "refused", "invalid_input", "unauthorized", "conflict"]);

/** Suggests values that begin as was typed. Nothing is asked before that can be told. */
export async function complete(
  what: Completed,
  typed: string,
  context: Context,
  chosen: Chosen,
): Promise<readonly string[]> {
  const { owner, repo } = chosen;
  try {
    if (what === "owner") return await completeOwner(typed, context);
    if (what === "repo") return await completeRepository(typed, context, owner);
    if (owner === undefined || repo === undefined) return [];
    return await within[what]({ owner, repo }, typed, context, chosen);
  } catch (error) {
    if (ConnectorError.is(error) && none.has(error.code)) return [];
    throw error;
  }
}
