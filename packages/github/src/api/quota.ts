/** What GitHub says is left, as of its last answer. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

/** Of one credential: each of GitHub's resources (core, search, graphql …) has an allowance of its own. */
export class Quota {
  readonly #allowances = new Map<string, Allowance>();

  /** Takes in the headers of an answer. */
  learn(headers: { get(name: string): string | null | undefined }): Allowance | undefined {
    const numberOf = (name: string) => Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN);
    const allowance = { limit: numberOf("limit"), remaining: numberOf("remaining"), reset: numberOf("reset") };
    const resource = headers.get("x-ratelimit-resource") ?? undefined;
    if (resource === undefined || !Object.values(allowance).every(Number.isFinite)) return undefined;
    // Names come from outside; GitHub has a dozen.
    if (this.#allowances.size < 64 || this.#allowances.has(resource)) this.#allowances.set(resource, allowance);
    return allowance;
  }

  get all(): ReadonlyMap<string, Allowance> {
    return this.#allowances;
  }
}
