import { ConnectorError, egressGuard } from "@drawbridge/core";
import * as z from "zod";
import { item } from "./item.ts";
/** The connector's client: Quill Harbour's API, and no other place. */
export class QuillHarbour {
  #base;
  #token;
  #fetch;
  constructor({ url, token }) {
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
  static open(access) {
    return new QuillHarbour(access);
  }
  /** @param start how many of what was found are left out, as earlier pages told them */
  async search(text, start, limit, signal) {
    const query = new URLSearchParams({ text, start: `${start}`, limit: `${limit}` });
    return z.array(item).parse(await this.#ask(`items?${query}`, { signal }));
  }
  /** @throws ConnectorError `not_found` */
  async item(id, signal) {
    return item.parse(await this.#ask(`items/${encodeURIComponent(id)}`, { signal }));
  }
  async add(wanted, signal) {
    const headers = { "content-type": "application/json" };
    return item.parse(await this.#ask("items", { method: "POST", headers, body: JSON.stringify(wanted), signal }));
  }
  /** Who the token belongs to. */
  async user(signal) {
    return z.object({ name: z.string() }).parse(await this.#ask("me", { signal })).name;
  }
  async #ask(path, { headers, ...request }) {
    const response = await this.#fetch(`${this.#base}/api/${path}`, {
      ...request,
      headers: { ...headers, accept: "application/json", authorization: `Bearer ${this.#token}` },
    });
    if (response.ok) return response.json();
    await response.body?.cancel();
    throw refusal(response.status);
  }
}
/** What a status means to whoever called. */
function refusal(status) {
  if (status === 401 || status === 403)
    return new ConnectorError("unauthorized", "Quill Harbour does not take the token. Check QUILL_HARBOUR_TOKEN.");
  if (status === 404) return new ConnectorError("not_found", "Quill Harbour has no such item. Search for it first.");
  if (status === 429) return new ConnectorError("rate_limited", "Quill Harbour was asked too often. Wait a minute.");
  return new ConnectorError("unavailable", `Quill Harbour answered with status ${status}. Try again later.`);
}
