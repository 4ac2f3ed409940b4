import { ConnectorError } from "../errors/connector-error.ts";
import type { EgressRequest } from "./egress-request.ts";

const mostHeaders = 64;
const mostBytes = 16 << 10;

/** Says where a request goes or where it ends: one that a caller sets could smuggle a second request or another host. */
const guardsOwn =
  /^(host|connection|keep-alive|transfer-encoding|content-length|te|trailer|upgrade|expect|accept-encoding|proxy-.*)$/;

/** A request's headers as they may be sent. No message repeats a value: it may be a credential. */
export function boundedHeaders(given: EgressRequest["headers"]): Headers {
  const headers = read(given);
  const names = [...headers.keys()];
  const taken = names.find((name) => guardsOwn.test(name));
  if (taken !== undefined) throw invalid(`The header ${taken} cannot be given: it is set for the connection.`);
  const bytes = [...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
  if (names.length <= mostHeaders && bytes <= mostBytes) return headers;
  throw invalid(`The request has too many headers: at most ${mostHeaders} and ${mostBytes} bytes are sent.`);
}

function read(given: EgressRequest["headers"]): Headers {
  try {
    return new Headers(given);
  } catch {
    throw invalid("A header of the request has a name or value that HTTP does not allow.");
  }
}

function invalid(message: string): ConnectorError {
  return new ConnectorError("invalid_input", message);
}
