import type { Ask } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";

/** A repository as answers tell it. */
export async function repositoryOf(stand: Stand, ask: Ask, fullName: string): Promise<unknown> {
  const path = `/repos/${fullName}`;
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
