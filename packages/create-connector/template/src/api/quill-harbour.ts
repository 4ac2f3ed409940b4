import { ConnectorError, type EgressFetch, egressGuard } from "@drawbridge/core";
import * as z from "zod";
import { type Item, item } from "./item.ts";

/** How to reach Quill Harbour, and as whom. */
interface Access {
  readonly url: string;
  readonly token: string;
}

/** The connector's client: Quill Harbour's API, and no other place. */
export class QuillHarbour {
  readonly #base: string;
  readonly #token: string;
  readonly #fetch: EgressFetch;

  private constructor({ url, token }: Access) {
    const { protocol, host, hostname } = new URL(url);
    this.#base = url.replace(/\/+$/, "");
    this.#token = token;
    this.#fetch = egressGuard({
      hosts: [protocol === "http:" ? `http://${host}` : host],
      // Whoever starts the server named this very host, which may be one of their own network.
      allowPrivate: [hostname],
      maxBytes: 1024 * 1024,
      keepAlive: true,
    });
  }

  static open(access: Access): QuillHarbour {
    return new QuillHarbour(access);
  }

  /** @param start how many of what was found are left out, as earlier pages told them */
  async search(text: string, start: number, limit: number, signal: AbortSignal): Promise<Item[]> {
    const query = new URLSearchParams({ text, start: `${start}`, limit: `${limit}` });
    return z.array(item).parse(await this.#ask(`items?${query}`, { signal }));
  }

  /** @throws ConnectorError `not_found` */
  async item(id: string, signal: AbortSignal): Promise<Item> {
    // Anything else would be another path of the API.
    if (!/^[\w-]+$/.test(id)) throw refusal(404);
    return item.parse(await this.#ask(`items/${id}`, { signal }));
  }

  async add(wanted: Pick<Item, "title" | "body">, signal: AbortSignal): Promise<Item> {
    const headers = { "content-type": "application/json" };
    return item.parse(await this.#ask("items", { method: "POST", headers, body: JSON.stringify(wanted), signal }));
  }

  /** Who the token belongs to. */
  async user(signal: AbortSignal): Promise<string> {
    return z.object({ name: z.string() }).parse(await this.#ask("me", { signal })).name;
  }

  async #ask(
    path: string,
    { headers, ...request }: { method?: string; headers?: Record<string, string>; body?: string; signal: AbortSignal },
  ): Promise<unknown> {
    const response = await this.#fetch(`${this.#base}/api/${path}`, {
      ...request,
      headers: { ...headers, accept: "application/json", authorization: `Bearer ${this.#token}` },
    });
    if (response.ok) return response.json();
    response.cancel();
    throw refusal(response.status);
  }
}

/** What a status means to whoever called. */
function refusal(status: number): ConnectorError {
  if (status === 401 || status === 403)
    return new ConnectorError("unauthorized", "Quill Harbour does not take the token. Check QUILL_HARBOUR_TOKEN.");
  if (status === 404) return new ConnectorError("not_found", "Quill Harbour has no such item. Search for it first.");
  if (status === 429) return new ConnectorError("rate_limited", "Quill Harbour was asked too often. Wait a minute.");
  return new ConnectorError("unavailable", `Quill Harbour answered with status ${status}. Try again later.`);
}
