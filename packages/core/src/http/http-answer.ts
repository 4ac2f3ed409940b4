import type { IncomingMessage, ServerResponse } from "node:http";

/** Bytes of a refused request's body that are read, and thrown away. */
const mostDiscarded = 4 * 1024 * 1024;

/** A short answer that needs no connector: a refusal, or how the server is. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
}

/**
 * Sends it. The body of a request that is refused is read to its end: were the connection closed on it, a proxy would lose
 * the answer and give its client a 502 in place of the challenge. One that is larger than any that is taken is not.
 */
export function sendAnswer(response: ServerResponse, { status, headers = {}, body }: HttpAnswer): void {
  const text = body === undefined ? "" : JSON.stringify(body);
  const { req: request } = response;
  const isTooLarge = Number(request.headers["content-length"] ?? 0) > mostDiscarded;
  response.writeHead(status, {
    "cache-control": "no-store",
    ...(text === "" ? {} : { "content-type": "application/json" }),
    "content-length": Buffer.byteLength(text),
    ...(isTooLarge ? { connection: "close" } : {}),
    ...headers,
  });
  if (!isTooLarge) discardBody(request);
  response.end(request.method === "HEAD" ? "" : text);
}

/** A request that takes too long is ended by the server's own limits. */
function discardBody(request: IncomingMessage): void {
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostDiscarded) request.destroy();
  });
}
