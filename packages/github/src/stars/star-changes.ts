import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";

const star =
  (method: "PUT" | "DELETE", verb: string, told: string) =>
  ({ owner, repo }: RepositoryName, call: GithubCall): Change => {
    const name = `${owner}/${repo}`;
    call.scope.assertAdmits(owner, repo);
    return {
      // Everybody may see it, and no words are carried by it.
      target: undefined,
      foresee: async () => ({ summary: `${verb} ${name}`, state: [verb, name] }),
      async apply() {
        await call.requestBeyond(`${method} /user/starred/{owner}/{repo}`, { owner, repo }, name, owner);
        return done(`${told} ${name}`);
      },
    };
  };

/** How each method of `github_stars_write` changes what. */
export const starChanges = {
  star: star("PUT", "Star", "Starred"),
  unstar: star("DELETE", "Take the star from", "Took the star from"),
} as const;
