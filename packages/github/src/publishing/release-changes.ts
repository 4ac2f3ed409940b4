import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { shownFields } from "../changing/shown-fields.ts";
import { given } from "../shown/given.ts";
import { nobody } from "../trust/nobody.ts";
import { authorsOfNotes } from "./authors-of-notes.ts";

/** What `github_release` is asked; each method takes some of it. */
export interface ReleaseInput extends RepositoryName {
  readonly method: keyof typeof releaseChanges;
  readonly release_id?: number | undefined;
  readonly tag_name?: string | undefined;
  readonly target_commitish?: string | undefined;
  readonly name?: string | undefined;
  readonly body?: string | undefined;
  readonly draft?: boolean | undefined;
  readonly prerelease?: boolean | undefined;
  readonly make_latest?: "true" | "false" | "legacy" | undefined;
  readonly generate_release_notes?: boolean | undefined;
}

type Making = (input: ReleaseInput, call: GithubCall) => Change;

const create: Making = ({ owner, repo, method, release_id: _, ...input }, call) => {
  const at = { owner, repo };
  const about = `${owner}/${repo}`;
  const release = { ...given(input), tag_name: needed(input.tag_name, "tag_name", method) };
  return {
    target: at,
    async foresee() {
      const { tag_name, target_commitish } = release;
      const notes = input.generate_release_notes
        ? await generatedNotes(call, { ...at, tag_name, ...given({ target_commitish }) })
        : undefined;
      const shown = notes === undefined ? "" : `\n\nThe notes that GitHub writes:\n\n${notes}`;
      return { summary: `Release ${about}\n\n${shownFields(release)}${shown}`, state: [release, notes] };
    },
    async apply() {
      const made = await call.request("POST /repos/{owner}/{repo}/releases", { ...at, ...release }, about);
      const kind = made.draft ? "a draft of the release" : "the release";
      return done(`Created ${kind} ${made.tag_name} of ${about}`, { release: made.id, url: made.html_url });
    },
  };
};

/** They tell titles of pull requests, in whoever's words: each is recorded with who opened it. */
async function generatedNotes(
  call: GithubCall,
  asked: RepositoryName & { readonly tag_name: string; readonly target_commitish?: string },
): Promise<string> {
  const { owner, repo, tag_name } = asked;
  const what = `the notes of ${tag_name} in ${owner}/${repo}`;
  const route = "POST /repos/{owner}/{repo}/releases/generate-notes";
  const { body } = await call.send(route, { ...asked }, { about: `${owner}/${repo}`, isRecorded: true });
  const notes = (JSON.parse(body) as { body: string }).body;
  for (const author of authorsOfNotes(notes)) call.ledger.record({ owner, repo, author, what });
  return notes;
}

const update: Making = (input, call) => {
  const { target_commitish, name, body, draft, prerelease, make_latest } = input;
  // Without an id the tag says which release is meant, and is no change.
  const tag_name = input.release_id === undefined ? undefined : input.tag_name;
  const fields = given({ tag_name, target_commitish, name, body, draft, prerelease, make_latest });
  const isEmpty = Object.keys(fields).length === 0;
  needed(isEmpty ? undefined : fields, "something to change: name, body, draft, prerelease …", "update");
  return ofRelease(input, call, `Update it:\n\n${shownFields(fields)}`, async (at) => {
    const route = "PATCH /repos/{owner}/{repo}/releases/{release_id}";
    const { tag_name: tag, html_url: url } = await call.request(route, { ...at, ...fields });
    return done(`Updated the release ${tag} of ${at.owner}/${at.repo}`, { url });
  });
};

const remove: Making = (input, call) =>
  ofRelease(input, call, "Delete it; its tag stays", async (at, tag) => {
    await call.request("DELETE /repos/{owner}/{repo}/releases/{release_id}", at, `the release ${tag}`);
    return done(`Deleted the release ${tag} of ${at.owner}/${at.repo}. Its tag is still there.`);
  });

/** How each method of `github_release` changes what. */
export const releaseChanges = { create, update, delete: remove } as const;

type ReleaseAt = RepositoryName & { readonly release_id: number };

/** A change to a release that is there. What is foreseen rests on it as it is. */
function ofRelease(
  { owner, repo, method, release_id, tag_name }: ReleaseInput,
  call: GithubCall,
  what: string,
  apply: (at: ReleaseAt, tag: string) => ReturnType<Change["apply"]>,
): Change {
  const at = { owner, repo };
  const find = async () => {
    if (release_id !== undefined) {
      const about = `the release ${release_id} of ${owner}/${repo}`;
      return call.request("GET /repos/{owner}/{repo}/releases/{release_id}", { ...at, release_id }, about);
    }
    const tag = needed(tag_name, "release_id or tag_name", method);
    const about = `the release ${tag} of ${owner}/${repo}`;
    return call.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", { ...at, tag }, about);
  };
  return {
    target: at,
    async foresee() {
      const found = await find();
      const { id, tag_name: tag, name, body, draft, prerelease, published_at } = found;
      call.ledger.record({ ...at, author: found.author?.login ?? nobody, what: `the release ${tag}` });
      return {
        summary: `The release ${tag} of ${owner}/${repo}${name ? `: ${name}` : ""}\n\n${what}`,
        state: [what, id, tag, name, body, draft, prerelease, published_at],
      };
    },
    async apply() {
      const { id, tag_name: tag } = await find();
      return apply({ ...at, release_id: id }, tag);
    },
  };
}
