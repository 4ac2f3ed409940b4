import type { Answer, Ask } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";

const known = new WeakMap<Stand, Map<string, Promise<Answer>>>();

/** The emulator's comparison of two commits, by their shas: it does not change, and takes long where much differs. */
export function compared(stand: Stand, ask: Ask, at: string, base: string, head: string): Promise<Answer> {
  const answers = known.get(stand) ?? new Map<string, Promise<Answer>>();
  known.set(stand, answers);
  const path = `${at}/compare/${base}...${head}`;
  const answer =
    answers.get(path) ??
    stand.emulator({ ...ask, method: "GET", path, query: new URLSearchParams(), headers: {}, body: undefined });
  answers.set(path, answer);
  return answer;
}
