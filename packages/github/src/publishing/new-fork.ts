import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { ownLogin } from "../credentials/own-login.ts";
import { given } from "../shown/given.ts";

interface NewFork extends RepositoryName {
  readonly organization?: string | undefined;
  readonly name?: string | undefined;
  readonly default_branch_only: boolean;
}

/** A fork, which is as public as what it is forked from. */
export async function newFork(input: NewFork, call: GithubCall): Promise<Change> {
  const { owner, repo, organization, name, default_branch_only } = input;
  const about = `${owner}/${repo}`;
  const to = { owner: organization ?? (await ownLogin(call)), repo: name ?? repo };
  const fork = `${to.owner}/${to.repo}`;
  call.scope.assertAdmits(to.owner, to.repo);
  const parent = await call.request("GET /repos/{owner}/{repo}", { owner, repo }, about);
  return {
    target: parent.private ? to : { world: `the public fork ${fork}` },
    foresee: async () => ({
      summary: `Fork ${parent.full_name} (${parent.visibility}) as ${fork}`,
      state: [parent.id, parent.visibility, fork, default_branch_only],
    }),
    async apply() {
      const settings = { ...given({ organization, name }), default_branch_only };
      const made = await call.request("POST /repos/{owner}/{repo}/forks", { owner, repo, ...settings }, about);
      return done(`Forked ${about} as ${made.full_name}`, { branch: made.default_branch, url: made.html_url });
    },
  };
}
