import type { Credential } from "../credentials.ts";

/** A request, read. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** Undefined for somebody unnamed. */
  readonly credential: Credential | undefined;
}

/** An answer before it is written: JSON, text, or nothing. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What a route is given beside the request: the values of its path's variables, in order. */
export type Respond = (ask: Ask, ...values: string[]) => Answer | undefined | Promise<Answer | undefined>;

/** `GET /repos/{owner}/{repo}/pulls/{number}/files`, and what answers it; undefined leaves it to who comes after. */
export type Routes = Readonly<Record<string, Respond>>;
