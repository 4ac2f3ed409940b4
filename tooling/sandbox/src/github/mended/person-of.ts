import type { Ask } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";

/** Somebody as answers tell them. */
export async function personOf(stand: Stand, ask: Ask, login: string): Promise<unknown> {
  const path = `/users/${encodeURIComponent(login)}`;
  const { body } = await stand.emulator({
    ...ask,
    method: "GET",
    path,
    query: new URLSearchParams(),
    headers: {},
    body: undefined,
  });
  return body;
}
