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
  learn(headers: Readonly<Record<string, string | number | undefined>>): Allowance | undefined {
    const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
      Number(headers[`x-ratelimit-${name}`]),
    );
    const resource = headers["x-ratelimit-resource"];
    const isTold = [limit, remaining, reset].every((value) => Number.isFinite(value));
    if (!isTold || typeof resource !== "string") return undefined;
    const allowance = { limit: limit ?? 0, remaining: remaining ?? 0, reset: reset ?? 0 };
    // Names come from outside; GitHub has a dozen.
    if (this.#allowances.size < 64 || this.#allowances.has(resource)) this.#allowances.set(resource, allowance);
    return allowance;
  }

  get all(): ReadonlyMap<string, Allowance> {
    return this.#allowances;
  }
}
