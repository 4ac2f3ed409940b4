import type { Routes } from "../front/exchange.ts";
import { refusal } from "../front/refusal.ts";
import type { Stand } from "../stand.ts";

const hidden =
  "The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.";

/** A search in a repository that is not there, or not to be seen, is refused; the emulator finds nothing in it. */
export function searchRoutes(stand: Stand): Routes {
  const { repositories } = stand;
  return {
    "GET /search/{kind}": ({ query, credential }) => {
      const named = [...(query.get("q") ?? "").matchAll(/(?:^|\s)repo:(\S+)/g)].map(([, name = ""]) => name);
      const isSeen = (name: string) => {
        const found = repositories.named(name);
        return found !== undefined && stand.roleOf(credential, found) !== "none";
      };
      if (named.length === 0 || named.some(isSeen)) return undefined;
      return refusal(422, "Validation Failed", {
        errors: [{ message: hidden, resource: "Search", field: "q", code: "invalid" }],
      });
    },
  };
}
