import { ok } from "../exchange.ts";
import type { Route } from "./route.ts";

/** Who asks. */
export const accountRoutes: readonly Route[] = [
  {
    ...{ method: "GET", path: /^\/v1\/me$/, tier: 3, scope: "current_user:read" },
    answer: ({ state, token }) => ok({ ...state.user(token.login), email: `${token.login}@example.com` }),
  },
];
