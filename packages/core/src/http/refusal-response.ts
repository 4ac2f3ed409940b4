import { refusal } from "./refusal.ts";

/**
 * A refusal as a web-standard response, for what answers in those.
 *
 * @param code of JSON-RPC; that of a server's error without it
 * @param retryAfter seconds
 */
export function refusalResponse(status: number, message: string, code?: number, retryAfter?: number): Response {
  const { body } = refusal(status, message, code === undefined ? {} : { code });
  return Response.json(body, {
    status,
    headers: retryAfter === undefined ? {} : { "retry-after": `${retryAfter}` },
  });
}
