import type { Ask, Routes } from "../front/exchange.ts";
import { notFound } from "../front/refusal.ts";
import { nodeId } from "../nodes.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";

/** Reactions to issues and to comments. */
export function reactionRoutes(stand: Stand): Routes {
  const body = async (ask: Ask, { id, login, content }: { id: number; login: string; content: string }) => {
    const path = `/users/${encodeURIComponent(login)}`;
    const user = await stand.emulator({ ...ask, method: "GET", path, query: new URLSearchParams(), body: undefined });
    return { id, node_id: nodeId("Reaction", id), user: user.body, content, created_at: "2026-01-06T08:00:00Z" };
  };
  const to = (what: string): Routes => ({
    [`GET /repos/{owner}/{repo}/${what}/{id}/reactions`]: async (ask) => {
      const all = stand.reactions.of(ask.path.replace(/\/reactions$/, ""));
      return page(ask, stand.url, await Promise.all(all.map((one) => body(ask, one))));
    },
    [`POST /repos/{owner}/{repo}/${what}/{id}/reactions`]: async (ask) => {
      const { content } = ask.body as { content: string };
      const path = ask.path.replace(/\/reactions$/, "");
      const { reaction, isNew } = stand.reactions.add(path, ask.credential?.login ?? "", content);
      return { status: isNew ? 201 : 200, body: await body(ask, reaction) };
    },
    [`DELETE /repos/{owner}/{repo}/${what}/{id}/reactions/{reaction}`]: (ask, _owner, _repo, _id, reaction) => {
      const isRemoved = stand.reactions.remove(ask.path.replace(/\/reactions\/\d+$/, ""), Number(reaction));
      return isRemoved ? { status: 204 } : notFound();
    },
  });
  return { ...to("issues"), ...to("issues/comments"), ...to("pulls/comments") };
}
