import type { Answer } from "./exchange.ts";
import { refusal } from "./refusal.ts";

/** What the stand does instead of answering, for requests that match. */
export interface Disturbance {
  readonly match?: RegExp | ((asked: { readonly method: string; readonly path: string }) => boolean);
  /** Any method without it. */
  readonly method?: string;
  /** The connection is cut at 0. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** Instead of GitHub's form of an error. */
  readonly body?: unknown;
  /** How often; once without it. */
  readonly times?: number;
  /** The request is carried out before: what a client sees when the answer is lost on the way. */
  readonly afterwards?: boolean;
}

/** Storms that are waiting for their requests. */
export class Disturbances {
  readonly #waiting: { readonly what: Disturbance; left: number }[] = [];

  add(what: Disturbance): void {
    this.#waiting.push({ what, left: what.times ?? 1 });
  }

  /** Takes the first that is meant for a request. */
  take(method: string, path: string): Disturbance | undefined {
    const found = this.#waiting.find(({ what, left }) => left > 0 && isMeant(what, method, path));
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.what;
  }

  clear(): void {
    this.#waiting.length = 0;
  }
}

/** What is answered for a disturbance that does not cut the connection. */
export function disturbed({ status, headers = {}, message = "Disturbed", body }: Disturbance): Answer {
  return body === undefined ? refusal(status, message, { headers }) : { status, headers, body };
}

function isMeant({ match, method: wanted }: Disturbance, method: string, path: string): boolean {
  if (wanted !== undefined && wanted !== method) return false;
  if (match === undefined) return true;
  return typeof match === "function" ? match({ method, path }) : match.test(path);
}
