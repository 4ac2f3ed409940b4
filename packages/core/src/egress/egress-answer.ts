import type { IncomingMessage } from "node:http";
import { ConnectorError } from "../errors/connector-error.ts";
import { type BodyBounds, BoundedBody } from "./bounded-body.ts";
import type { Hop } from "./hop.ts";

/**
 * An answer from outside: as much of the standard's `Response` as its readers need. The standard's own takes longer to make, with its
 * streams and headers, than a small answer takes to arrive.
 */
export class EgressAnswer {
  readonly status: number;
  /** Of the last redirect: relative links in the answer are resolved against it. */
  readonly url: string;
  /** Names in lower case, without cookies. Of a body that was unpacked nothing tells how it was packed. */
  readonly headers: ReadonlyMap<string, string>;
  readonly #body: BoundedBody | undefined;

  /** @throws ConnectorError `unavailable` for what no answer can be, `refused` for one that is too large */
  constructor(message: IncomingMessage, { url, method }: Hop, bounds: BodyBounds) {
    const status = message.statusCode ?? 0;
    if (status < 200 || status > 599) {
      throw new ConnectorError("unavailable", `${bounds.shown} answered with a status that HTTP does not have.`);
    }
    this.status = status;
    this.url = url.href.replace(/#.*/s, "");
    const hasBody = method !== "HEAD" && ![204, 205, 304].includes(status);
    this.headers = headersOf(message, hasBody);
    if (hasBody) {
      this.#body = new BoundedBody(message, bounds);
      return;
    }
    // Read to its end, which is here, so that a connection that is kept can be used again.
    if (status === 205) message.destroy();
    else message.resume();
    bounds.time.release();
  }

  get ok(): boolean {
    return this.status < 300;
  }

  /** The body as it arrives; nothing is read ahead of the reader but a few chunks. Leaving early ends the connection. */
  get body(): AsyncIterable<Uint8Array> {
    return this.#body ?? nothing;
  }

  /** @throws ConnectorError as the guard does, once the body fails */
  async text(): Promise<string> {
    const text = (await this.#body?.text()) ?? "";
    return text.startsWith("\ufeff") ? text.slice(1) : text;
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array((await this.#body?.whole()) ?? []).buffer;
  }

  /** For who does not read it. */
  cancel(): void {
    this.#body?.cancel();
  }
}

const nothing: AsyncIterable<never> = { async *[Symbol.asyncIterator]() {} };

function headersOf(message: IncomingMessage, hasBody: boolean): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(message.headers)) if (typeof value === "string") headers.set(name, value);
  if (hasBody && headers.delete("content-encoding")) headers.delete("content-length");
  return headers;
}
