import type { Ask } from "../front/exchange.ts";
import { isAtLeast, type KnownRepository } from "../repositories.ts";
import type { Stand } from "../stand.ts";

type Fields = Record<string, unknown>;

/**
 * Goes through all of an answer: takes note of repositories and of nodes, and says of each what the emulator has wrong: who is a
 * bot, what the asking person may do, what an author is to the repository.
 */
export function walk(body: unknown, stand: Stand, ask: Ask, repository: KnownRepository | undefined): void {
  if (typeof body !== "object" || body === null) return;
  const fields = body as Fields;
  for (const child of Object.values(fields)) walk(child, stand, ask, repository);
  if (typeof fields.login === "string" && fields.login.endsWith("[bot]") && "type" in fields) mendBot(fields);
  const isRepository = typeof fields.full_name === "string" && typeof fields.private === "boolean";
  if (isRepository && typeof fields.id === "number" && "archived" in fields) mendRepository(fields, stand, ask);
  mendAuthor(fields, stand, repository);
  if ("diff_hunk" in fields) mendLineComment(fields, stand);
  const [, issue] = /^https?:\/\/[^/]+(\/repos\/[^/]+\/[^/]+\/issues\/\d+)$/.exec(String(fields.url)) ?? [];
  if (issue !== undefined) stand.issuePaths.set(Number(fields.id), issue);
  if (typeof fields.node_id === "string" && typeof fields.url === "string" && fields.url.startsWith(stand.url))
    stand.nodes.note(fields.node_id, fields.url.slice(stand.url.length));
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
