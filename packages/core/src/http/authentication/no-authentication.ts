import type { Authentication } from "./authentication.ts";
import { Challenges } from "./challenges.ts";

const challenges = new Challenges({ realm: "drawbridge" });

/** Everybody is admitted, as one and the same. For loopback alone, where whoever connects is on this machine. */
export const noAuthentication: Authentication = {
  authenticate: async () => ({ principal: "anonymous", access: "full" }),
  insufficient: (needed) => challenges.insufficient(needed),
};
