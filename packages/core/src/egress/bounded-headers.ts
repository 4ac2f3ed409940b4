import { ConnectorError } from "../errors/connector-error.ts";
import type { EgressRequest } from "./egress-request.ts";
import type { Hop } from "./hop.ts";

const mostHeaders = 64;
const mostBytes = 16 << 10;

/** Says where a request goes or where it ends: one that a caller sets could smuggle a second request or another host. */
const guardsOwn =
  /^(host|connection|keep-alive|transfer-encoding|content-length|te|trailer|upgrade|expect|accept-encoding|proxy-.*)$/;

/** A request's headers as they may be sent. No message repeats a value: it may be a credential. */
export function boundedHeaders(given: EgressRequest["headers"] = {}): Hop["headers"] {
  const headers = new Map<string, string>();
  let bytes = 0;
  for (const [name, value] of Symbol.iterator in given ? given : Object.entries(given)) {
    const key = name.toLowerCase();
    // As the Fetch standard has it: a token is read from a file with the end of its line.
    const text = String(value).trim();
    assertValid(key, text);
    if (guardsOwn.test(key)) throw invalid(`The header ${key} cannot be given: it is set for the connection.`);
    const other = headers.get(key);
    headers.set(key, other === undefined ? text : `${other}, ${text}`);
    bytes += key.length + text.length + 4;
  }
  if (headers.size <= mostHeaders && bytes <= mostBytes) return headers;
  throw invalid(`The request has too many headers: at most ${mostHeaders} and ${mostBytes} bytes are sent.`);
}

function assertValid(name: string, value: string): void {
  const { validateHeaderName, validateHeaderValue } = process.getBuiltinModule("node:http");
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    throw invalid("A header of the request has a name or value that HTTP does not allow.");
  }
}

function invalid(message: string): ConnectorError {
  return new ConnectorError("invalid_input", message);
}
