import type { HttpAnswer } from "./http-answer.ts";

const serverError = -32_000;

/** A refusal in HTTP's words and the protocol's: hosts read either. */
export function refusal(
  status: number,
  message: string,
  { code = serverError, headers = {} }: { readonly code?: number; readonly headers?: HttpAnswer["headers"] } = {},
): HttpAnswer {
  return { status, headers: headers ?? {}, body: { jsonrpc: "2.0", error: { code, message }, id: null } };
}
