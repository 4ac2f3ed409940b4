import { setTimeout } from "node:timers/promises";
import { ConnectorError, type EgressAnswer, type EgressFetch } from "@drawbridge/core";
import type { LimitType, Plan } from "../quota/limit-table.ts";
import type { QuotaLedger, Reached } from "../quota/quota-ledger.ts";
import { rateLimited } from "../quota/rate-limited.ts";
import type { ApiCall } from "./api-call.ts";
import { FigmaFailure } from "./figma-failure.ts";
import { type Tier, tierOf } from "./tier.ts";
import { TierLine } from "./tier-line.ts";

/** What figma-api's endpoints hand to `request`. */
export interface RequestOptions {
  readonly method?: string;
  readonly data?: unknown;
}

interface Settings {
  readonly address: URL;
  readonly fetch: EgressFetch;
  readonly token: string | undefined;
  readonly ledger: QuotaLedger;
}

/** The bytes of an answer, as they arrive. */
export type Body = AsyncIterable<Uint8Array>;

/** One request: what it counts as, for whom it is, and what is made of its answer. */
interface Sending<Answer> {
  readonly tier: Tier;
  readonly key: string | undefined;
  readonly call: ApiCall;
  readonly read: (body: Body) => Promise<Answer>;
}

/** Seconds that a call waits for Figma's limits, all in all; for longer it fails at once with the time. */
const longestWait = 30;

const pauseBeforeRetry = 500;

/** The way to the API: under the person's token, to the address that the person chose, and nowhere else. */
export class Transport {
  readonly ledger: QuotaLedger;
  readonly #address: URL;
  readonly #fetch: EgressFetch;
  readonly #token: string | undefined;
  readonly #lines: Readonly<Record<Tier, TierLine>> = { 1: new TierLine(2), 2: new TierLine(4), 3: new TierLine(4) };

  constructor({ address, fetch, token, ledger }: Settings) {
    this.#address = address;
    this.#fetch = fetch;
    this.#token = token;
    this.ledger = ledger;
  }

  get hasToken(): boolean {
    return this.#token !== undefined;
  }

  /**
   * Sends one request and gives what is read of its answer. Where a limit is reached it waits, half a minute at most; what only reads is
   * sent once more where the way there fails.
   *
   * @param url as figma-api writes it, to Figma's own address
   * @param read begins anew where a request is sent again
   */
  async send<Answer>(
    url: string,
    { method = "GET", data }: RequestOptions,
    call: ApiCall,
    read: (body: Body) => Promise<Answer>,
  ): Promise<Answer> {
    if (this.#token === undefined) throw withoutToken();
    const { pathname } = placeOf(url);
    const tier = tierOf(pathname);
    const key = /^\/v1\/(?:files|images)\/([^/]+)/.exec(pathname)?.[1];
    const isRead = method.toUpperCase() === "GET";
    let left = longestWait;
    for (let failures = 0; ; ) {
      left -= await this.#untilFree(tier, key, left, call);
      try {
        return await this.#lines[tier].run(call.signal, () =>
          this.#once(url, { method, data }, { tier, key, call, read }),
        );
      } catch (error) {
        if (error instanceof FigmaFailure && error.status === 429) continue;
        if (!isRead || !isPassing(error) || failures > 0) throw error;
        failures += 1;
        await setTimeout(pauseBeforeRetry, undefined, { signal: call.signal });
      }
    }
  }

  /** Waits for a limit that is known to be reached. Returns the seconds that it took. */
  async #untilFree(tier: Tier, key: string | undefined, left: number, { signal, progress }: ApiCall): Promise<number> {
    const reached = await this.ledger.reached(tier, key);
    if (reached === undefined) return 0;
    const seconds = Math.max(0, (reached.until - Date.now()) / 1000);
    if (seconds > left) throw rateLimited(reached);
    progress?.(0, undefined, `Figma wants us to wait ${Math.ceil(seconds)} seconds`);
    await setTimeout(seconds * 1000, undefined, { signal });
    return Math.max(seconds, 1);
  }

  async #once<Answer>(
    url: string,
    { method = "GET", data }: RequestOptions,
    { tier, key, call, read }: Sending<Answer>,
  ): Promise<Answer> {
    const target = this.#targetOf(url);
    // figma-api sends an empty text with what has no body.
    const body = data === undefined || data === "" ? undefined : JSON.stringify(data);
    const response = await this.#fetch(target, {
      method: method.toUpperCase(),
      headers: {
        ...authorization(this.#token ?? ""),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body }),
      redirect: "error",
      signal: call.signal,
    });
    if (response.status === 429) await this.ledger.refused(tier, key, reachedIn(response.headers));
    else {
      await this.ledger.sent(tier, key);
      call.spent?.(tier);
    }
    if (response.ok) return read(response.body);
    throw new FigmaFailure(response.status, saidIn(await response.text()), response.headers, placeOf(url).pathname);
  }

  /** Of a gateway, the path before the API's own stays. */
  #targetOf(url: string): URL {
    const { pathname, search } = placeOf(url);
    const target = new URL(this.#address);
    target.pathname = `${target.pathname.replace(/\/$/, "")}${pathname}`;
    target.search = search;
    return target;
  }
}

/** Some of figma-api's addresses end in a slash or a question mark that Figma's do not have. */
function placeOf(url: string): { readonly pathname: string; readonly search: string } {
  const { pathname, search } = new URL(url);
  return { pathname: pathname.replace(/\/$/, ""), search: search === "?" ? "" : search };
}

function isPassing(error: unknown): boolean {
  if (error instanceof FigmaFailure) return [502, 503, 504].includes(error.status);
  return ConnectorError.is(error) && error.code === "unavailable";
}

/** Figma asks to wait a minute where it says nothing. */
function reachedIn(headers: EgressAnswer["headers"]): Omit<Reached, "tier"> {
  const after = Number(headers.get("retry-after") ?? "");
  const seconds = Number.isFinite(after) && after > 0 ? after : 60;
  const plan = headers.get("x-figma-plan-tier") ?? "";
  const type = headers.get("x-figma-rate-limit-type") ?? "";
  return {
    until: Date.now() + seconds * 1000,
    plan: /^(starter|pro|org|enterprise)$/.test(plan) ? (plan as Plan) : undefined,
    type: /^(low|high)$/.test(type) ? (type as LimitType) : undefined,
  };
}

/** Personal access tokens have a header of their own; those of OAuth are bearers. */
function authorization(token: string): Record<string, string> {
  return /^figu_/.test(token) ? { authorization: `Bearer ${token}` } : { "x-figma-token": token };
}

function withoutToken(): ConnectorError {
  return new ConnectorError(
    "unauthorized",
    "The server was started without a token, so only the files that were named at start can be read. A person makes a token in Figma's settings (Security) and starts the server with FIGMA_TOKEN set.",
  );
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
