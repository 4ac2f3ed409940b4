import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { notFound, refusal } from "../front/refusal.ts";
import type { Gist } from "../kept/gists.ts";
import { nodeId } from "../nodes.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";
import { personOf } from "./person-of.ts";

const time = "2026-01-07T08:00:00Z";

/** Gists and their comments. */
export function gistRoutes(stand: Stand): Routes {
  const { gists } = stand;
  const list = async (ask: Ask, isMeant: (gist: Gist) => boolean) =>
    page(ask, stand.url, await Promise.all(gists.all.filter(isMeant).map((gist) => gistBody(stand, ask, gist, false))));
  const withGist =
    (then: (ask: Ask, gist: Gist) => Answer | Promise<Answer>, isOwners = false) =>
    (ask: Ask, id?: string) => {
      const found = gists.all.find((gist) => gist.id === id && (!isOwners || gist.login === ask.credential?.login));
      return found === undefined ? notFound() : then(ask, found);
    };
  return {
    "GET /gists": (ask) =>
      list(ask, ({ login, isPublic }) => (ask.credential === undefined ? isPublic : login === ask.credential.login)),
    "GET /gists/public": (ask) => list(ask, ({ isPublic }) => isPublic),
    "GET /users/{username}/gists": (ask, username) =>
      list(ask, ({ login, isPublic }) => login === username && (isPublic || login === ask.credential?.login)),
    "GET /gists/{id}": withGist(async (ask, gist) => ({ status: 200, body: await gistBody(stand, ask, gist, true) })),
    "POST /gists": async (ask) => {
      if (ask.credential === undefined) return refusal(401, "Requires authentication");
      const { description = null, files = {}, public: isPublic = false } = ask.body as Sent;
      const texts = new Map(Object.entries(files).map(([name, file]) => [name, file?.content ?? ""]));
      const made = gists.add({
        login: ask.credential.login,
        isPublic: String(isPublic) === "true",
        description,
        files: texts,
      });
      return { status: 201, body: await gistBody(stand, ask, made, true) };
    },
    "PATCH /gists/{id}": withGist(async (ask, gist) => {
      const { description, files = {} } = ask.body as Sent;
      if (description !== undefined) gist.description = description;
      for (const [name, file] of Object.entries(files)) change(gist, name, file);
      return { status: 200, body: await gistBody(stand, ask, gist, true) };
    }, true),
    "DELETE /gists/{id}": withGist((_, gist) => {
      gists.remove(gist);
      return { status: 204 };
    }, true),
    "GET /gists/{id}/comments": withGist(async (ask, gist) =>
      page(ask, stand.url, await Promise.all(gist.comments.map((one) => commentBody(stand, ask, gist, one)))),
    ),
    "POST /gists/{id}/comments": withGist(async (ask, gist) => {
      const comment = {
        id: gists.next(),
        login: ask.credential?.login ?? "",
        body: (ask.body as { body: string }).body,
      };
      gist.comments.push(comment);
      return { status: 201, body: await commentBody(stand, ask, gist, comment) };
    }),
  };
}

interface Sent {
  readonly description?: string | null;
  readonly files?: Readonly<Record<string, { readonly content?: string; readonly filename?: string | null } | null>>;
  readonly public?: boolean | string;
}

function change(
  gist: Gist,
  name: string,
  file: { readonly content?: string; readonly filename?: string | null } | null,
): void {
  const text = file?.content ?? gist.files.get(name) ?? "";
  if (file === null || (file.filename !== undefined && file.filename !== name)) gist.files.delete(name);
  if (file !== null) gist.files.set(file.filename ?? name, text);
}

async function gistBody(stand: Stand, ask: Ask, gist: Gist, isWhole: boolean) {
  const url = `${stand.url}/gists/${gist.id}`;
  const files = [...gist.files].map(([filename, content]) => {
    const size = Buffer.byteLength(content);
    const raw_url = `${stand.url}/raw/${gist.id}/${encodeURIComponent(filename)}`;
    const whole = isWhole ? { content, truncated: false } : {};
    return [filename, { filename, type: "text/plain", language: "Text", raw_url, size, ...whole }];
  });
  return {
    ...{ url, forks_url: `${url}/forks`, commits_url: `${url}/commits`, comments_url: `${url}/comments` },
    ...{
      id: gist.id,
      node_id: nodeId("Gist", gist.id),
      git_pull_url: `${url}.git`,
      git_push_url: `${url}.git`,
      html_url: url,
    },
    ...{
      files: Object.fromEntries(files),
      public: gist.isPublic,
      description: gist.description,
      comments: gist.comments.length,
    },
    ...{
      created_at: time,
      updated_at: time,
      user: null,
      owner: await personOf(stand, ask, gist.login),
      truncated: false,
    },
    ...(isWhole ? { forks: [], history: [] } : {}),
  };
}

async function commentBody(stand: Stand, ask: Ask, gist: Gist, { id, login, body }: Gist["comments"][number]) {
  const url = `${stand.url}/gists/${gist.id}/comments/${id}`;
  const user = await personOf(stand, ask, login);
  return {
    id,
    node_id: nodeId("GistComment", id),
    url,
    body,
    user,
    created_at: time,
    updated_at: time,
    author_association: "NONE",
  };
}
