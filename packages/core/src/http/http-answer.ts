import type { ServerResponse } from "node:http";

/** A short answer that needs no connector: a refusal, or how the server is. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
}

/** Sends it, and lets the connection go where a body may follow that nobody reads. */
export function sendAnswer(response: ServerResponse, { status, headers = {}, body }: HttpAnswer): void {
  const text = body === undefined ? "" : JSON.stringify(body);
  const { method } = response.req;
  const mayHaveBody = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
  response.writeHead(status, {
    "cache-control": "no-store",
    ...(text === "" ? {} : { "content-type": "application/json" }),
    "content-length": Buffer.byteLength(text),
    ...(mayHaveBody && status >= 400 ? { connection: "close" } : {}),
    ...headers,
  });
  response.end(method === "HEAD" ? "" : text);
}
