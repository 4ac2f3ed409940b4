import type { IncomingMessage, ServerResponse } from "node:http";

/** What a page may send and read; browsers hold it to that (CORS). */
const sent =
  "authorization, content-type, mcp-session-id, mcp-protocol-version, mcp-method, mcp-name, last-event-id, x-request-id";
const read = "mcp-session-id, www-authenticate, x-request-id, retry-after";

/** Lets the page that a request comes from read the answer. Whether it may call was decided before. */
export function allowCrossOrigin({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("vary", "origin");
  if (origin === undefined) return;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-expose-headers", read);
}

/** The headers of an answer to a browser that asks before it calls. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-methods": "GET, POST, DELETE",
  "access-control-allow-headers": sent,
  "access-control-max-age": "600",
};
