import type { GithubCall } from "../api/github-call.ts";
import { ownLogin } from "../credentials/own-login.ts";
import { nobody } from "../trust/nobody.ts";
import type { Gist } from "./gist.ts";

/**
 * Records that a gist was read, within the scope. Gists lie in no repository: those of whoever owns the token are ours, and
 * others are strangers', whoever else may read them.
 *
 * @param author of something said below it, where that is what was read
 */
export async function admitGist(call: GithubCall, gist: Gist, author?: string): Promise<void> {
  const owner = gist.owner?.login ?? nobody;
  call.scope.assertAdmitsOwner(owner, `the gists of ${owner}`);
  const isOurs = (author ?? owner) === (await ownLoginIfAny(call));
  call.ledger.record({
    owner,
    repo: `gist ${gist.id} ${author ?? ""}`.trimEnd(),
    author: undefined,
    // A secret gist is read by whoever has its address.
    beyond: { privacy: gist.public === true ? 0 : 2, isOurs },
    what: author === undefined ? `the gist ${gist.id} of ${owner}` : `a comment by ${author} on the gist ${gist.id}`,
  });
}

/** Undefined for who has no account: then everything is a stranger's. */
async function ownLoginIfAny(call: GithubCall): Promise<string | undefined> {
  try {
    return await ownLogin(call);
  } catch {
    call.signal.throwIfAborted();
    return undefined;
  }
}
