import type { GithubCall } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { shownFields } from "../changing/shown-fields.ts";
import { ownLogin } from "../credentials/own-login.ts";
import { given } from "../shown/given.ts";

interface NewRepository {
  readonly name: string;
  readonly organization?: string | undefined;
  readonly private: boolean;
  readonly [setting: string]: unknown;
}

/** A repository that is not there yet. */
export async function newRepository({ organization, ...input }: NewRepository, call: GithubCall): Promise<Change> {
  const owner = organization ?? (await ownLogin(call));
  const fullName = `${owner}/${input.name}`;
  call.scope.assertAdmits(owner, input.name);
  const settings = given(input) as { name: string };
  const visibility = input.private ? "private" : "public";
  return {
    target: input.private
      ? { owner, repo: input.name, privacy: 2 }
      : { world: `the new public repository ${fullName}` },
    foresee: async () => ({
      summary: `Create the ${visibility} repository ${fullName}\n\n${shownFields(settings)}`,
      state: [owner, settings],
    }),
    async apply() {
      const made =
        organization === undefined
          ? await call.requestBeyond("POST /user/repos", settings, fullName, owner)
          : await call.requestBeyond("POST /orgs/{org}/repos", { org: organization, ...settings }, fullName, owner);
      return done(`Created the ${visibility} repository ${made.full_name}`, {
        branch: made.default_branch,
        url: made.html_url,
      });
    },
  };
}
