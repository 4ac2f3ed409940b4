import type { Allowance } from "../front/allowances.ts";
import type { Ask } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";
import type { Rest } from "./rest.ts";

const mostPages = 30;

/** Whoever asks a GraphQL query, through whose eyes the REST side is read. */
export class Viewer {
  readonly stand: Stand;
  readonly #ask: Ask;
  readonly #rate: () => Allowance;

  /** @param rate how the viewer's allowance stands */
  constructor(stand: Stand, ask: Ask, rate: () => Allowance) {
    this.stand = stand;
    this.#ask = ask;
    this.#rate = rate;
  }

  get login(): string {
    return this.#ask.credential?.login ?? "";
  }

  /** What this query leaves of the allowance. */
  rateLimit(): object {
    const { limit, used, remaining, reset } = this.#rate();
    return {
      cost: 1,
      nodeCount: 1,
      limit,
      used: used + 1,
      remaining: remaining - 1,
      resetAt: new Date(reset * 1000).toISOString(),
    };
  }

  /** Undefined for what is refused or is not there. */
  async get<Body = Rest>(path: string, query: Readonly<Record<string, string>> = {}): Promise<Body | undefined> {
    const { status, body } = await this.#answer("GET", path, undefined, query);
    return status < 300 ? (body as Body) : undefined;
  }

  /** All pages of a list, or of the list in an answer's field. */
  async list(path: string, field?: string): Promise<readonly Rest[]> {
    const found: Rest[] = [];
    for (let page = 1; page <= mostPages; page += 1) {
      const body = await this.get<Rest | Rest[]>(path, { per_page: "100", page: String(page) });
      const items = (field === undefined ? body : (body as Rest | undefined)?.[field]) as Rest[] | undefined;
      found.push(...(items ?? []));
      if (items === undefined || items.length < 100) break;
    }
    return found;
  }

  /** Throws with what REST says where it refuses. */
  async send(method: string, path: string, body?: unknown): Promise<Rest> {
    const answer = await this.#answer(method, path, body, {});
    if (answer.status < 300) return (answer.body ?? {}) as Rest;
    throw new Error(String((answer.body as Rest | undefined)?.message ?? answer.status));
  }

  #answer(method: string, path: string, body: unknown, query: Readonly<Record<string, string>>) {
    const { credential } = this.#ask;
    const { pathname, searchParams } = new URL(path, "http://stand");
    for (const [name, value] of Object.entries(query)) searchParams.set(name, value);
    return this.stand.answer({ method, path: pathname, body, query: searchParams, headers: {}, credential });
  }
}
