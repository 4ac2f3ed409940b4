import { ConnectorError, type EgressFetch } from "@drawbridge/core";
import type { ApiCall } from "./api-call.ts";
import { FigmaFailure } from "./figma-failure.ts";

/** What figma-api's endpoints hand to `request`. */
export interface RequestOptions {
  readonly method?: string;
  readonly data?: unknown;
}

interface Settings {
  readonly address: URL;
  readonly fetch: EgressFetch;
  readonly token: string | undefined;
}

/** The way to the API: under the person's token, to the address that the person chose, and nowhere else. */
export class Transport {
  readonly #address: URL;
  readonly #fetch: EgressFetch;
  readonly #token: string | undefined;

  constructor({ address, fetch, token }: Settings) {
    this.#address = address;
    this.#fetch = fetch;
    this.#token = token;
  }

  get hasToken(): boolean {
    return this.#token !== undefined;
  }

  /**
   * Sends one request and gives the JSON that answers it.
   *
   * @param url as figma-api writes it, to Figma's own address
   */
  async send<Answer>(url: string, { method = "GET", data }: RequestOptions, { signal }: ApiCall): Promise<Answer> {
    if (this.#token === undefined) throw withoutToken();
    const { pathname, search } = new URL(url);
    const target = new URL(this.#address);
    target.pathname = `${target.pathname.replace(/\/$/, "")}${pathname}`;
    target.search = search === "?" ? "" : search;
    const response = await this.#fetch(target, {
      method: method.toUpperCase(),
      headers: { ...authorization(this.#token), ...(data === undefined ? {} : { "content-type": "application/json" }) },
      ...(data === undefined ? {} : { body: JSON.stringify(data) }),
      redirect: "error",
      signal,
    });
    const text = await response.text();
    if (response.ok) return parsed(text, pathname) as Answer;
    throw new FigmaFailure(response.status, saidIn(text), response.headers, pathname);
  }
}

/** Personal access tokens have a header of their own; what else there is comes from OAuth, and begins otherwise. */
function authorization(token: string): Record<string, string> {
  return /^figo?u_/.test(token) || token.startsWith("figoh_")
    ? { authorization: `Bearer ${token}` }
    : { "x-figma-token": token };
}

function withoutToken(): ConnectorError {
  return new ConnectorError(
    "unauthorized",
    "The server was started without a token, so only the files that were named at start can be read. A person makes a token in Figma's settings (Security) and starts the server with FIGMA_TOKEN set.",
  );
}

function parsed(text: string, path: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch (error) {
    throw new ConnectorError("unavailable", `Figma's answer to ${path} is not JSON. Try again in a moment.`, {
      cause: error,
    });
  }
}

/** Errors come in two shapes: `{ err }` and `{ error: true, message }`. */
function saidIn(text: string): string {
  try {
    const { err, message, reason } = JSON.parse(text) as Record<string, unknown>;
    const said = [err, message, reason].find((word) => typeof word === "string");
    if (typeof said === "string") return said.slice(0, 500).replace(/\.$/, "");
  } catch {
    // A gateway on the way may answer in HTML.
  }
  return "without saying why";
}
