import type { GithubCall } from "../api/github-call.ts";
import { nobody } from "../trust/nobody.ts";
import type { Gist } from "./gist.ts";

/**
 * Records that a gist was read, within the scope. Gists lie in no repository: those of whoever owns the token are ours, and
 * others are strangers', whoever else may read them.
 *
 * @param me whose token it is; undefined where nobody's
 * @param author of something said below it, where that is what was read
 */
export function admitGist(call: GithubCall, gist: Gist, me: string | undefined, author?: string): void {
  const owner = gist.owner?.login ?? nobody;
  call.scope.assertAdmitsOwner(owner, `the gists of ${owner}`);
  call.ledger.record({
    owner,
    repo: `gist ${gist.id} ${author ?? ""}`.trimEnd(),
    author: undefined,
    // A secret gist is read by whoever has its address.
    beyond: { privacy: gist.public === true ? 0 : 2, isOurs: (author ?? owner) === me },
    what: author === undefined ? `the gist ${gist.id} of ${owner}` : `a comment by ${author} on the gist ${gist.id}`,
  });
}
