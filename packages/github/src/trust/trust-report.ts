import type { GithubCall } from "../api/github-call.ts";
import { flowTo } from "./flow.ts";
import { inBatches } from "./in-batches.ts";
import { isTrusted } from "./is-trusted.ts";
import { nobody } from "./nobody.ts";
import { repositoryFacts } from "./repository-facts.ts";
import type { Source } from "./source.ts";

/** As many of what was read are told one by one. */
const mostTold = 200;

const visibilities = ["public", "internal", "private"] as const;

/** What one caller has read, and what may be written now, for people and models to look at. */
export async function trustReport(call: GithubCall) {
  const { sources, isFull } = call.ledger;
  const told = sources.slice(0, mostTold);
  const read = await inBatches(told, (source) => sourceReport(call, source));
  const flow = await flowTo(call, { world: "what everybody may read" });
  return {
    flow_guard: call.guard,
    read,
    ...(sources.length > mostTold ? { more: sources.length - mostTold } : {}),
    ...(isFull
      ? { full: "more was read than is told apart: every change counts as one that could carry something out" }
      : {}),
    blocked:
      flow === undefined
        ? "nothing"
        : {
            what: "changes to whatever more people may read than the repositories below, gists and repositories of others included",
            since_private_was_read: flow.from,
            and_words_of_strangers: flow.strangers,
          },
  };
}

async function sourceReport(call: GithubCall, source: Source) {
  const { owner, repo, author, commit, beyond, what } = source;
  const facts = beyond === undefined ? await repositoryFacts(call, source) : undefined;
  const privacy = beyond?.privacy ?? facts?.privacy;
  return {
    what,
    ...(beyond === undefined ? { repository: `${owner}/${repo}` } : {}),
    visibility: privacy === undefined ? "unknown, counts as private" : visibilities[privacy],
    ...(author === undefined ? {} : { author: author === nobody ? "somebody unknown" : author }),
    ...(commit === undefined ? {} : { commit }),
    trusted: await isTrusted(call, source, facts),
  };
}
