import { ConnectorError, sha256 } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";

/** One address is looked at by a few requests, and by others in their place as it changes. */
const mostKept = 8;

interface Question {
  readonly route: string;
  readonly parameters: RepositoryName & Readonly<Record<string, unknown>>;
  readonly accept?: string;
}

interface Seen {
  readonly etag: string | undefined;
  readonly what: unknown;
}

/**
 * What was seen of GitHub's answers, so that asking again costs nothing where nothing is new. Of each only its tag is kept and
 * what was made of it, which is small: answers are not.
 */
export class Looks {
  /** Milliseconds for which GitHub wants not to be asked again. */
  interval = 0;
  readonly #call: GithubCall;
  readonly #about: string;
  readonly #seen = new Map<string, Seen>();
  readonly #denied = new Set<string>();

  /** @param about what is looked at, for errors */
  constructor(call: GithubCall, about: string) {
    this.#call = call;
    this.#about = about;
  }

  /** @param see what to keep of an answer, which is JSON; not asked where it is still the same */
  async at<Kept>({ route, parameters, accept }: Question, see: (answer: never) => Kept): Promise<Kept> {
    const key = sha256(JSON.stringify([route, parameters]));
    const before = this.#seen.get(key);
    const { status, headers, body } = await this.#call.look(route, parameters, {
      ...{ about: this.#about, etag: before?.etag },
      ...(accept === undefined ? {} : { accept }),
    });
    this.interval = 1000 * (Number(headers["x-poll-interval"]) || 0);
    const isSame = status === 304 && before !== undefined;
    const seen = isSame ? before : { etag: headers.etag, what: see(JSON.parse(body) as never) };
    this.#keep(key, seen);
    return seen.what as Kept;
  }

  /** As `at`, of what a credential may lack the permission for: it is then asked once and no more. */
  async ifAllowed<Kept>(question: Question, see: (answer: never) => Kept): Promise<Kept | undefined> {
    if (this.#denied.has(question.route)) return undefined;
    try {
      return await this.at(question, see);
    } catch (error) {
      if (!ConnectorError.is(error) || error.code !== "refused") throw error;
      this.#denied.add(question.route);
      return undefined;
    }
  }

  /** A map keeps the order of insertion: what was asked last is at its end. */
  #keep(key: string, seen: Seen): void {
    this.#seen.delete(key);
    this.#seen.set(key, seen);
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > mostKept && oldest !== undefined) this.#seen.delete(oldest);
  }
}
