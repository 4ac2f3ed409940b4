import type { Routes } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";
import { personOf } from "./person-of.ts";

/** An App belongs to somebody, where the emulator has nobody. */
export function appRoutes(stand: Stand): Routes {
  return {
    "GET /app": async (ask) => {
      const answer = await stand.emulator(ask);
      if (answer.status !== 200) return answer;
      return { ...answer, body: { ...(answer.body as object), owner: await personOf(stand, ask, "ada") } };
    },
  };
}
