import { ConnectorError } from "../errors/connector-error.ts";
import { boundedHeaders } from "./bounded-headers.ts";
import type { EgressRequest } from "./egress-request.ts";
import type { Hop } from "./hop.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const longestUrl = 8 << 10;

/** Reads what a connector asks for. The URL is copied: changing it later must not change where a checked request goes. */
export function firstHop(input: string | URL, { method: given = "GET", headers, body }: EgressRequest): Hop {
  const url = urlOf(String(input));
  if (url.href.length > longestUrl) throw invalid(`The URL is over ${longestUrl} characters. Send less in it.`);
  const method = given.toUpperCase();
  if (!methods.includes(method)) throw invalid(`The method must be one of ${methods.join(", ")}.`);
  if (body !== undefined && (method === "GET" || method === "HEAD")) throw invalid(`A ${method} request has no body.`);
  return { url, method, headers: boundedHeaders(headers), body };
}

function urlOf(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw invalid("This is not a URL. Give one with its scheme and host.");
  }
}

function invalid(message: string): ConnectorError {
  return new ConnectorError("invalid_input", message);
}
