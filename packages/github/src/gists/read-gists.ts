import { ConnectorError, type Content, type ContentPart, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall } from "../api/github-call.ts";
import { needed } from "../changing/needed.ts";
import { linesOf } from "../contents/lines-of.ts";
import { stretchOf } from "../contents/stretch-of.ts";
import { ownLogin } from "../credentials/own-login.ts";
import { ownLoginIfAny } from "../credentials/own-login-if-any.ts";
import { fillPage } from "../listing/fill-page.ts";
import { fitted } from "../shown/fitted.ts";
import { given } from "../shown/given.ts";
import { linesOrNone } from "../shown/lines-or-none.ts";
import { nobody } from "../trust/nobody.ts";
import { admitGist } from "./admit-gist.ts";
import type { Gist, GistFile } from "./gist.ts";

/** What `github_gists_read` is asked. */
export interface GistsInput {
  readonly method: "list" | "get" | "comments";
  readonly username?: string | undefined;
  readonly gist_id?: string | undefined;
  readonly filename?: string | undefined;
}

/** The file that a page begins in, and lines of it before the page. */
interface Place {
  readonly file: string;
  readonly shown: number;
}

const size = 100;

/** By `admitGist`. */
const recorded = { isRecorded: true };

/** Lists gists, or reads one, or what was said below it. */
export async function readGists(input: GistsInput, context: ToolContext<Github>): Promise<Content> {
  const call = context.client.call(context);
  if (input.method === "list") return listGists(call, input.username, context);
  const gist_id = needed(input.gist_id, "gist_id", input.method);
  const about = `the gist ${gist_id}`;
  const gist = (await call.requestBeyond("GET /gists/{gist_id}", { gist_id }, about, undefined, recorded)) as Gist;
  const me = await ownLoginIfAny(call);
  admitGist(call, gist, me);
  if (input.method === "comments") return commentsOf(call, gist, me, context);
  const { description } = gist;
  const isNamed = description && context.page.place === undefined;
  const heading = isNamed ? [fitted({ text: description }, context.page)] : [];
  return { facts: factsOf(gist), parts: [...heading, ...filesOf(gist, input.filename, context, heading.length > 0)] };
}

async function listGists(call: GithubCall, username: string | undefined, context: ToolContext<Github>) {
  const me = username === undefined ? await ownLogin(call) : await ownLoginIfAny(call);
  const owner = username ?? me ?? nobody;
  const what = `the gists of ${owner}`;
  call.scope.assertAdmitsOwner(owner, what);
  const ask = async (page: number) => {
    const paging = { per_page: size, page };
    const gists = await (username === undefined
      ? call.requestBeyond("GET /gists", paging, what, undefined, recorded)
      : call.requestBeyond("GET /users/{username}/gists", { username, ...paging }, what, undefined, recorded));
    for (const gist of gists) admitGist(call, gist as Gist, me);
    return gists as Gist[];
  };
  const lines = await fillPage({ page: context.page, size }, ask, (gist) => {
    const files = Object.keys(gist.files ?? {}).join(", ");
    return `${gist.id} (${gist.public ? "public" : "secret"}, ${gist.updated_at}) ${gist.description ?? ""} [${files}]`;
  });
  return linesOrNone(lines, `There are no gists of ${owner}.`);
}

async function commentsOf(
  call: GithubCall,
  gist: Gist,
  me: string | undefined,
  context: ToolContext<Github>,
): Promise<Content> {
  const gist_id = gist.id ?? "";
  const ask = async (page: number) => {
    const route = "GET /gists/{gist_id}/comments";
    const comments = await call.requestBeyond(
      route,
      { gist_id, per_page: size, page },
      `the gist ${gist_id}`,
      undefined,
      recorded,
    );
    for (const { user } of comments) admitGist(call, gist, me, user?.login ?? nobody);
    return comments;
  };
  const parts = await fillPage({ page: context.page, size }, ask, ({ id, user, created_at: created, body }) => {
    const facts = { comment: Number(id), author: user?.login ?? nobody, created };
    return { facts, text: body };
  });
  return parts.length === 0 ? linesOrNone([], `The gist ${gist_id} has no comments.`) : { parts };
}

function factsOf(gist: Gist) {
  const { id, owner, comments, updated_at: updated, html_url: url } = gist;
  const visibility = gist.public ? "public" : "secret";
  return { gist: id, owner: owner?.login ?? nobody, visibility, ...given({ updated, comments, url }) };
}

/**
 * Files one after the other, the last of a page as far as it fits.
 *
 * @param isBegun whether something stands on the page already
 */
function filesOf(
  { id, files = {} }: Gist,
  filename: string | undefined,
  context: ToolContext<Github>,
  isBegun: boolean,
): ContentPart[] {
  const { page } = context;
  const place = page.place as Place | undefined;
  const all = Object.entries(files).filter(([name]) => filename === undefined || name === filename);
  if (all.length === 0)
    throw new ConnectorError(
      "not_found",
      `The gist ${id} has no ${filename}. It has ${Object.keys(files).join(", ")}.`,
    );
  const from = place === undefined ? 0 : all.findIndex(([name]) => name === place.file);
  const parts: ContentPart[] = [];
  for (const [name, file] of all.slice(Math.max(0, from))) {
    const lines = linesOf(file?.content ?? "");
    const begin = name === place?.file ? place.shown : 0;
    if (!page.take(name)) {
      page.stopAt({ file: name, shown: begin } satisfies Place);
      return parts;
    }
    let end = begin;
    while (end < lines.length && page.take(lines[end] ?? "")) end += 1;
    parts.push({ facts: fileFacts(name, file, lines.length, begin, end), text: stretchOf(lines, begin, end, context) });
    if (end === lines.length) continue;
    if (end === begin && parts.length === 1 && !isBegun)
      throw new ConnectorError("refused", `Line ${begin + 1} of ${name} is longer than an answer may be.`);
    page.stopAt({ file: name, shown: end } satisfies Place);
    return parts;
  }
  return parts;
}

function fileFacts(file: string, of: GistFile | null | undefined, total: number, begin: number, end: number) {
  const lines = end === begin ? "none" : `${begin + 1}-${end} of ${total}`;
  return { file, lines, ...given({ language: of?.language, truncated: of?.truncated || undefined }) };
}
