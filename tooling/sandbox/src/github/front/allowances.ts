const resources = {
  core: { limit: 5000, seconds: 3600 },
  search: { limit: 30, seconds: 60 },
  code_search: { limit: 10, seconds: 60 },
  graphql: { limit: 5000, seconds: 3600 },
} as const;

/** What GitHub counts apart. */
export type Resource = keyof typeof resources;

/** How one resource of one token stands. */
export interface Allowance {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** In seconds since 1970. */
  readonly reset: number;
}

/** What each token has used, by GitHub's resources; an answer of 304 takes nothing. Nobody unnamed has more than sixty. */
export class Allowances {
  readonly #plenty: number;
  readonly #used = new Map<string, number>();
  readonly #began = Math.floor(Date.now() / 1000);

  /** @param isPlenty whether all of them are a thousand times GitHub's */
  constructor(isPlenty: boolean) {
    this.#plenty = isPlenty ? 1000 : 1;
  }

  take(token: string | undefined, resource: Resource, cost: number): Allowance {
    const key = `${token} ${resource}`;
    this.#used.set(key, (this.#used.get(key) ?? 0) + cost);
    return this.of(token, resource);
  }

  of(token: string | undefined, resource: Resource): Allowance {
    const { limit: whole, seconds } = resources[resource];
    const limit = (token === undefined && resource === "core" ? 60 : whole) * this.#plenty;
    const used = this.#used.get(`${token} ${resource}`) ?? 0;
    return { limit, used, remaining: Math.max(0, limit - used), reset: this.#began + seconds };
  }

  /** All of a token's, as `GET /rate_limit` has them. */
  all(token: string | undefined): Record<Resource, Allowance> {
    const names = Object.keys(resources) as Resource[];
    return Object.fromEntries(names.map((name) => [name, this.of(token, name)])) as Record<Resource, Allowance>;
  }
}

/** What a request is counted under. */
export function resourceOf(path: string): Resource {
  if (path === "/graphql") return "graphql";
  if (path === "/search/code") return "code_search";
  return path.startsWith("/search/") ? "search" : "core";
}

/** As GitHub's headers say it. */
export function allowanceHeaders(resource: Resource, { limit, used, remaining, reset }: Allowance) {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": resource,
  };
}
