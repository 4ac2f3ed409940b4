import type { Ask, Respond, Routes } from "../front/exchange.ts";
import { refusal } from "../front/refusal.ts";
import { isAtLeast } from "../repositories.ts";
import type { Stand } from "../stand.ts";

/** What is somebody's own is changed by them, and by those who write to the repository; the emulator lets anybody. */
export function ownershipRoutes(stand: Stand): Routes {
  const own: Respond = async (ask: Ask, owner, repo) => {
    const repository = stand.repositories.named(`${owner}/${repo}`);
    if (repository === undefined || isAtLeast(stand.roleOf(ask.credential, repository), "triage")) return undefined;
    const found = await stand.answer({ ...ask, method: "GET", query: new URLSearchParams(), body: undefined });
    const author = (found.body as { user?: { login?: string } } | undefined)?.user?.login;
    if (found.status !== 200 || author === ask.credential?.login) return undefined;
    return refusal(403, "Must have admin rights to Repository.");
  };
  return {
    "PATCH /repos/{owner}/{repo}/issues/{number}": own,
    "PATCH /repos/{owner}/{repo}/pulls/{number}": own,
    "PATCH /repos/{owner}/{repo}/issues/comments/{id}": own,
    "DELETE /repos/{owner}/{repo}/issues/comments/{id}": own,
    "PATCH /repos/{owner}/{repo}/pulls/comments/{id}": own,
    "DELETE /repos/{owner}/{repo}/pulls/comments/{id}": own,
    "PUT /repos/{owner}/{repo}/pulls/{number}/reviews/{id}": own,
  };
}
