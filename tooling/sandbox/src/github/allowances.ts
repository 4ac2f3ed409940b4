const limits: Readonly<Record<string, number>> = { core: 5000, search: 30, graphql: 5000 };
const window = { core: 3600, search: 60, graphql: 3600 } as Readonly<Record<string, number>>;

/** What each token has left, by GitHub's resources; an answer of 304 takes nothing. */
export class Allowances {
  readonly #used = new Map<string, number>();
  readonly #began = Date.now();

  /** Takes one where the answer counts, and says how it stands, as GitHub's headers do. */
  headers(token: string, path: string, counts: boolean): Record<string, string> {
    const resource = path.startsWith("/search/") ? "search" : path === "/graphql" ? "graphql" : "core";
    const key = `${token} ${resource}`;
    const used = (this.#used.get(key) ?? 0) + (counts ? 1 : 0);
    this.#used.set(key, used);
    const limit = limits[resource] ?? 0;
    return {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(Math.max(0, limit - used)),
      "x-ratelimit-used": String(used),
      "x-ratelimit-reset": String(Math.floor(this.#began / 1000) + (window[resource] ?? 0)),
      "x-ratelimit-resource": resource,
    };
  }
}
