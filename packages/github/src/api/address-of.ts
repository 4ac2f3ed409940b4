import { ConnectorError } from "@drawbridge/core";
import type { Octokit } from "@octokit/rest";

/** What a request is sent to. */
type Address = Pick<ReturnType<Octokit["request"]["endpoint"]>, "method" | "url" | "headers">;

/**
 * Where a request goes.
 *
 * @param endpoint Octokit's, which writes the parameters into the route
 * @throws ConnectorError `invalid_input` for a name that is a step to another folder (`/repos/acme/../x` is asked for as
 * `/repos/x`, which is no longer what was held against the scope), and for half a character, which no address can hold
 */
export function addressOf(
  endpoint: Octokit["request"]["endpoint"],
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Address {
  const address = written(endpoint, route, parameters);
  const path = address.url.split("?", 1)[0] ?? "";
  // What stands before an Enterprise Server may take an escaped slash for a plain one.
  if (path.split(/\/|%2f/i).some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment)))
    throw new ConnectorError("invalid_input", "A name cannot be . or .. here. Give the whole name or path.");
  return address;
}

function written(
  endpoint: Octokit["request"]["endpoint"],
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Address {
  try {
    return endpoint(route, parameters);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new ConnectorError("invalid_input", "A text holds half of a character (a lone surrogate). Send whole ones.");
  }
}
