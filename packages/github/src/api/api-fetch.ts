import type { EgressRequest } from "@drawbridge/core";

/** Of an answer, what Octokit and its readers here take. */
interface Fetched {
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]> & { get(name: string): string | null | undefined };
  /** Octokit's throttling looks for the errors of a query in it, and leaves it as it is. */
  readonly body: unknown;
  text(): Promise<string>;
}

/** `fetch` as Octokit calls it. */
export type ApiFetch = (url: string, request?: EgressRequest) => Promise<Fetched>;
