import type { Answer, Ask } from "../front/exchange.ts";
import { refusal } from "../front/refusal.ts";
import type { Stand } from "../stand.ts";

/** Repositories that have a branch, for good as far as a stand goes: they are not asked again. */
const begun = new WeakMap<Stand, Set<string>>();

/** What GitHub says of git objects in a repository without any commit: the emulator takes them, or knows nothing of them. */
export async function asEmpty(stand: Stand, ask: Ask, answer: Answer): Promise<Answer> {
  const [, at, area] = /^(\/repos\/[^/]+\/[^/]+)\/(git|commits|contents)\b/.exec(ask.path) ?? [];
  const isTaken = answer.status === 201 && area === "git";
  if (at === undefined || (answer.status !== 404 && !isTaken)) return answer;
  if (!(await isEmpty(stand, ask, at))) return answer;
  return area === "contents" ? refusal(404, "This repository is empty.") : refusal(409, "Git Repository is empty.");
}

async function isEmpty(stand: Stand, ask: Ask, at: string): Promise<boolean> {
  const known = begun.get(stand) ?? new Set();
  begun.set(stand, known);
  if (known.has(at)) return false;
  const path = `${at}/branches`;
  const query = new URLSearchParams();
  const { status, body } = await stand.emulator({ ...ask, method: "GET", path, query, headers: {}, body: undefined });
  const isNone = status === 200 && (body as unknown[]).length === 0;
  if (!isNone) known.add(at);
  return isNone;
}
