import type { Authentication } from "./authentication.ts";
export const noAuthentication: Authentication = {
  authenticate: async () => ({ principal: "anonymous", access: "full" }),
  insufficient: () => ({ status: 403, challenge: undefined, message: "no" }),
};
