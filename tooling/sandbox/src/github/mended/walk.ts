import type { Ask } from "../front/exchange.ts";
import { isAtLeast, type KnownRepository } from "../repositories.ts";
import type { Stand } from "../stand.ts";

type Fields = Record<string, unknown>;

/**
 * Goes through all of an answer: takes note of repositories and of nodes, and says of each what the emulator has wrong: who is a
 * bot, what the asking person may do, what an author is to the repository.
 */
export function walk(body: unknown, stand: Stand, ask: Ask, repository: KnownRepository | undefined): void {
  if (typeof body !== "object" || body === null || Buffer.isBuffer(body)) return;
  const fields = body as Fields;
  for (const child of Object.values(fields)) walk(child, stand, ask, repository);
  if (typeof fields.login === "string" && fields.login.endsWith("[bot]") && "type" in fields) mendBot(fields);
  const isRepository = typeof fields.full_name === "string" && typeof fields.private === "boolean";
  if (isRepository && typeof fields.id === "number" && "archived" in fields) mendRepository(fields, stand, ask);
  mendAuthor(fields, stand, repository);
  if ("documentation_url" in fields) fields.documentation_url = "https://docs.github.com/rest";
  noteReview(fields, stand);
  if (typeof fields.url !== "string" || !fields.url.startsWith(stand.url)) return;
  if ("diff_hunk" in fields) mendLineComment(fields, stand);
  mendPull(fields, stand, pathOf(fields, stand));
  note(fields, stand, pathOf(fields, stand));
}

/** A pull request's own path, also where it is told as an issue. */
function pathOf(fields: Fields, { url }: Stand): string {
  const path = String(fields.url).slice(url.length);
  return fields.pull_request === undefined ? path : path.replace("/issues/", "/pulls/");
}

function note({ id, node_id }: Fields, stand: Stand, path: string): void {
  if (/^\/repos\/[^/]+\/[^/]+\/issues\/\d+$/.test(path)) stand.issuePaths.set(Number(id), path);
  if (typeof node_id === "string") stand.nodes.note(node_id, path);
}

/** A review is told without an address of its own. */
function noteReview({ id, node_id, pull_request_url: pull, url }: Fields, stand: Stand): void {
  if (typeof node_id !== "string" || typeof pull !== "string" || url !== undefined) return;
  stand.nodes.note(node_id, `${pull.slice(stand.url.length)}/reviews/${id}`);
}

/** The emulator knows persons alone, and forgets that brackets are no part of an address. */
function mendBot(fields: Fields): void {
  fields.type = "Bot";
  for (const [name, value] of Object.entries(fields))
    if (name.endsWith("url")) fields[name] = String(value).replace("[bot]", "%5Bbot%5D");
}

function mendRepository(fields: Fields, stand: Stand, { credential }: Ask): void {
  const known: KnownRepository = {
    id: Number(fields.id),
    fullName: String(fields.full_name),
    isPrivate: fields.private === true,
    isArchived: fields.archived === true,
  };
  stand.repositories.note(known);
  const role = stand.roleOf(credential, known);
  if (credential === undefined) delete fields.permissions;
  else
    fields.permissions = {
      admin: role === "admin",
      maintain: isAtLeast(role, "maintain"),
      push: isAtLeast(role, "write"),
      triage: isAtLeast(role, "triage"),
      pull: isAtLeast(role, "read"),
    };
}

function mendAuthor(fields: Fields, stand: Stand, repository: KnownRepository | undefined): void {
  const login = (fields.user as { login?: string } | null | undefined)?.login;
  if (!("author_association" in fields) || login === undefined || repository === undefined) return;
  fields.author_association = stand.repositories.association(repository, login);
}

function mendLineComment(fields: Fields, stand: Stand): void {
  const kept = stand.comments.byId.get(Number(fields.id));
  for (const name of ["in_reply_to_id", "line", "position"]) if (fields[name] === null) delete fields[name];
  if (kept === undefined) return;
  fields.diff_hunk = kept.diffHunk;
  fields.pull_request_review_id = kept.reviewId;
  if (kept.startLine !== null) Object.assign(fields, { start_line: kept.startLine, start_side: kept.startSide });
}

/** What the front keeps of a pull request: who is assigned, and that it was merged. */
function mendPull(fields: Fields, stand: Stand, path: string): void {
  const assignees = stand.pullAssignees.get(path);
  if (assignees !== undefined) Object.assign(fields, { assignees, assignee: assignees[0] ?? null });
  const merge = stand.merges.get(path);
  if (merge === undefined || !("merged_at" in fields)) return;
  const { merged_by, ...rest } = merge;
  const more = { merged: true, merged_by, mergeable: null, mergeable_state: "unknown" };
  Object.assign(fields, rest, "merged" in fields ? more : {});
}
