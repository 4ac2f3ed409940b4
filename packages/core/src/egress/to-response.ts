import type { IncomingMessage } from "node:http";
import { ConnectorError } from "../errors/connector-error.ts";
import { boundedBody } from "./bounded-body.ts";
import type { Hop } from "./hop.ts";
import type { TimeBound } from "./time-bound.ts";

interface Bounds {
  readonly maxBytes: number;
  readonly shown: string;
  readonly time: TimeBound;
}

/** The last answer as the standard's `Response`, so that what is written for `fetch` can read it. */
export function toResponse(message: IncomingMessage, { url, method }: Hop, bounds: Bounds): Response {
  const status = message.statusCode ?? 0;
  if (status < 200 || status > 599) {
    throw new ConnectorError("unavailable", `${bounds.shown} answered with a status that HTTP does not have.`);
  }
  const hasBody = method !== "HEAD" && ![204, 205, 304].includes(status);
  const body = hasBody ? boundedBody(message, bounds) : null;
  if (!hasBody) {
    // Read to its end, which is here, so that a connection that is kept can be used again.
    if (status === 205) message.destroy();
    else message.resume();
    bounds.time.release();
  }
  const response = new Response(body, { status, headers: headersOf(message, hasBody) });
  // The constructor knows no URL, and relative links in the answer are resolved against it.
  Object.defineProperty(response, "url", { value: url.href.replace(/#.*/s, ""), enumerable: true });
  return response;
}

function headersOf(message: IncomingMessage, hasBody: boolean): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  if (hasBody && headers.has("content-encoding")) {
    // They described the body before it was decompressed.
    headers.delete("content-encoding");
    headers.delete("content-length");
  }
  return headers;
}
