import type { GithubCall } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { shownFields } from "../changing/shown-fields.ts";
import { ownLogin } from "../credentials/own-login.ts";
import { ownLoginIfAny } from "../credentials/own-login-if-any.ts";
import { given } from "../shown/given.ts";
import { nobody } from "../trust/nobody.ts";
import { admitGist } from "./admit-gist.ts";
import type { Gist } from "./gist.ts";

/** What `github_gists_write` is asked; each method takes some of it. */
export interface GistInput {
  readonly method: keyof typeof gistChanges;
  readonly gist_id?: string | undefined;
  readonly description?: string | undefined;
  readonly public: boolean;
  readonly files?: Readonly<Record<string, NewFile | null>> | undefined;
  readonly body?: string | undefined;
}

interface NewFile {
  readonly content?: string | undefined;
  readonly filename?: string | undefined;
}

type Making = (input: GistInput, call: GithubCall) => Promise<Change>;

const create: Making = async ({ method, description, public: isPublic, files }, call) => {
  const texts = Object.entries(needed(files, "files", method)).map(([name, file]) => {
    const content = needed(file?.content, `the content of ${name}`, method);
    return [file?.filename ?? name, { content }] as const;
  });
  needed(texts[0], "a file", method);
  const owner = await ownLogin(call);
  call.scope.assertAdmitsOwner(owner, `the gists of ${owner}`);
  const gist = { ...given({ description }), public: isPublic, files: Object.fromEntries(texts) };
  const visibility = isPublic ? "public" : "secret";
  return {
    target: { world: `a ${visibility} gist of ${owner}` },
    foresee: async () => ({ summary: `Create a ${visibility} gist\n\n${filesText(gist)}`, state: gist }),
    async apply() {
      const { id, html_url: url } = await call.requestBeyond("POST /gists", gist, `the gists of ${owner}`);
      return done(`Created a ${visibility} gist`, { gist: id, url });
    },
  };
};

const update: Making = async (input, call) => {
  const { description, files } = input;
  const change = given({ description, files });
  needed(Object.keys(change)[0], "something to change: description or files", "update");
  return ofGist(input, call, `Update it:\n\n${filesText(change)}`, async (gist_id) => {
    // A file is removed by a null, as GitHub's documentation says and its description does not.
    const { html_url: url } = await call.requestBeyond(
      "PATCH /gists/{gist_id}",
      { gist_id, ...change } as never,
      `the gist ${gist_id}`,
    );
    return done(`Updated the gist ${gist_id}`, { url });
  });
};

const remove: Making = (input, call) =>
  ofGist(input, call, "Delete it for good", async (gist_id) => {
    await call.requestBeyond("DELETE /gists/{gist_id}", { gist_id }, `the gist ${gist_id}`);
    return done(`Deleted the gist ${gist_id}`);
  });

const comment: Making = async (input, call) => {
  const body = needed(input.body, "body", "comment");
  return ofGist(input, call, `Comment on it:\n\n${body}`, async (gist_id) => {
    const route = "POST /gists/{gist_id}/comments";
    const made = await call.requestBeyond(route, { gist_id, body }, `the gist ${gist_id}`);
    return done(`Commented on the gist ${gist_id}`, { comment: Number(made.id) });
  });
};

/** How each method of `github_gists_write` changes what. */
export const gistChanges = { create, update, delete: remove, comment } as const;

/** A change to a gist that is there, within the scope. What is foreseen rests on it as it is. */
async function ofGist(
  input: GistInput,
  call: GithubCall,
  what: string,
  apply: (gist_id: string) => ReturnType<Change["apply"]>,
): Promise<Change> {
  const gist_id = needed(input.gist_id, "gist_id", input.method);
  const gist = (await call.requestBeyond("GET /gists/{gist_id}", { gist_id }, `the gist ${gist_id}`, undefined, {
    isRecorded: true,
  })) as Gist;
  admitGist(call, gist, await ownLoginIfAny(call));
  const files = Object.keys(gist.files ?? {}).join(", ");
  return {
    target: {
      world: `the gist ${gist_id} of ${gist.owner?.login}`,
      itself: { owner: gist.owner?.login ?? nobody, repo: `gist ${gist_id}` },
    },
    foresee: async () => ({
      summary: `The gist ${gist_id} (${files}): ${gist.description ?? ""}\n\n${what}`,
      state: [what, gist.updated_at, gist.files],
    }),
    apply: () => apply(gist_id),
  };
}

/** Whole texts, as they would be written. */
function filesText({ files = {}, ...fields }: { readonly files?: GistInput["files"]; readonly description?: string }) {
  const shown = Object.entries(files).map(([name, file]) => {
    if (file === null) return `${name}: removed`;
    const now = file.filename === undefined || file.filename === name ? name : `${name} → ${file.filename}`;
    return file.content === undefined ? now : `${now}:\n${file.content}`;
  });
  return [shownFields(fields), ...shown].filter((text) => text !== "").join("\n\n");
}
