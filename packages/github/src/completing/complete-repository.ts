import type { CallContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { TrustLedger } from "../trust/trust-ledger.ts";
import { beginning } from "./beginning.ts";
import { isPlain } from "./is-plain.ts";
import { type KnownRepository, knownRepositories } from "./known-repositories.ts";

/**
 * Repositories of the owner that was chosen: those that `--repos` names, those in which the credential has a part, and of an owner
 * with whom it has nothing to do the public ones. Names of private ones are private themselves, and those of a stranger are a
 * stranger's words; they are recorded so.
 */
export async function completeRepository(
  typed: string,
  context: CallContext<Github>,
  owner: string | undefined,
): Promise<readonly string[]> {
  if (!isPlain(typed)) return [];
  const { scope, ledger } = context.client.call(context);
  const isMeant = (of: string) => owner === undefined || of.toLowerCase() === owner.toLowerCase();
  const named = scope.patterns.map((pattern) => pattern.split("/")).filter(([of = ""]) => isMeant(of));
  const names = named.map(([, repo = ""]) => repo).filter((repo) => repo !== "*");
  const isWhole = !scope.isOpen && names.length === named.length;
  const known = isWhole ? [] : (await knownRepositories(context)).filter((one) => isMeant(one.owner));
  const others = isWhole || known.length > 0 || owner === undefined ? [] : await publicOf(owner, context);
  const told = beginning([...names, ...known.map(({ repo }) => repo), ...others], typed);
  for (const one of known.filter(({ repo, isPrivate }) => isPrivate && told.includes(repo))) recordPrivate(one, ledger);
  return told;
}

function recordPrivate({ owner, repo }: KnownRepository, ledger: TrustLedger): void {
  const beyond = { privacy: 2, isOurs: true } as const;
  ledger.record({ owner, repo: `${repo}, its name`, author: undefined, beyond, what: `the name of ${owner}/${repo}` });
}

async function publicOf(owner: string, context: CallContext<Github>): Promise<readonly string[]> {
  const call = context.client.call(context);
  if (!isPlain(owner) || !call.scope.admitsOwner(owner)) return [];
  const asked = { username: owner, sort: "pushed", per_page: 100 } as const;
  const found = await call.requestBeyond("GET /users/{username}/repos", asked, `the owner ${owner}`, owner, {
    isRecorded: true,
  });
  const beyond = { privacy: 0, isOurs: false } as const;
  const what = `the names of what ${owner} has`;
  call.ledger.record({ owner, repo: "names", author: undefined, beyond, what });
  return found.filter((one) => !one.private && call.scope.admitsNamed(one.full_name)).map(({ name }) => name);
}
