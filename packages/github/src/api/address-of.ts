import { ConnectorError } from "@drawbridge/core";
import type { Octokit } from "@octokit/rest";
import type { RequestOptions, RequestParameters } from "@octokit/types";

/** What is sent, and where to: Octokit sends it as it stands. */
export interface Address {
  readonly method: string;
  /** Behind the API's address, where it is there. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of what has a body. */
  readonly data?: unknown;
}

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
  const { method, url, headers, body } = written(endpoint, route, parameters);
  const path = url.split("?", 1)[0] ?? "";
  // What stands before an Enterprise Server may take an escaped slash for a plain one.
  if (path.split(/\/|%2f/i).some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment)))
    throw new ConnectorError("invalid_input", "A name cannot be . or .. here. Give the whole name or path.");
  const { baseUrl } = endpoint.DEFAULTS;
  return {
    method,
    url: url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url,
    headers: headers as Record<string, string>,
    // What is empty Octokit writes again, and says no type of it.
    ...(body === undefined || body === "" ? {} : { data: body }),
  };
}

function written(
  endpoint: Octokit["request"]["endpoint"],
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): RequestOptions {
  try {
    return endpoint(route, parameters as RequestParameters);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new ConnectorError("invalid_input", "A text holds half of a character (a lone surrogate). Send whole ones.");
  }
}
