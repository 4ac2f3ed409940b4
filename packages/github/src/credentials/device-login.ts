import { ConnectorError } from "@drawbridge/core";
import { createOAuthDeviceAuth } from "@octokit/auth-oauth-device";
import { Octokit } from "@octokit/rest";
import type { ApiFetch } from "../api/api-fetch.ts";

/** Where a person agrees, and the code that they enter there. */
export interface Invitation {
  readonly url: string;
  readonly code: string;
}

interface Settings {
  readonly rest: string;
  /** Of an OAuth app, or of a GitHub App, whose IDs begin with `Iv`. */
  readonly clientId: string;
  /** Asked for of OAuth apps; a GitHub App has the permissions that it has. */
  readonly scopes: readonly string[];
  readonly fetch: ApiFetch;
  readonly signal: AbortSignal;
  invite(invitation: Invitation): void;
}

/**
 * Logs a person in by OAuth's device flow (RFC 8628), and returns the token once they have agreed.
 *
 * @throws ConnectorError `unauthorized` where they do not, or take too long
 */
export async function deviceLogin({ rest, clientId, scopes, fetch, signal, invite }: Settings): Promise<string> {
  // Between its questions the library knows no end.
  const { request } = new Octokit({
    baseUrl: rest,
    userAgent: "drawbridge-github",
    request: { fetch: ((url, init) => fetch(url, { ...init, signal })) satisfies ApiFetch },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const onVerification = (told: { verification_uri: string; user_code: string }) =>
    invite({ url: told.verification_uri, code: told.user_code });
  const settings = { clientId, onVerification, request };
  const auth = clientId.startsWith("Iv")
    ? createOAuthDeviceAuth({ ...settings, clientType: "github-app" })
    : createOAuthDeviceAuth({ ...settings, clientType: "oauth-app", scopes: [...scopes] });
  try {
    return (await auth({ type: "oauth" })).token;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw loginError(error, clientId);
  }
}

/** What GitHub says in the device flow, from its documentation ("Authorizing OAuth apps", error codes for the device flow). */
const meanings: Readonly<Record<string, string>> = {
  access_denied: "The person declined",
  expired_token: "The code expired before the person entered it",
  incorrect_client_credentials: "GitHub knows no app with this client ID",
  device_flow_disabled: "The app does not allow the device flow: its owner switches it on in the app's settings",
};

function loginError(error: unknown, clientId: string): ConnectorError {
  const { cause, status, message, response } = error as {
    cause?: unknown;
    status?: number;
    message: string;
    response?: { data?: { error?: string } };
  };
  if (ConnectorError.is(cause)) return cause;
  const told = meanings[response?.data?.error ?? ""];
  const unknown = status === 404 ? meanings.incorrect_client_credentials : undefined;
  return new ConnectorError("unauthorized", `The login of ${clientId} failed: ${told ?? unknown ?? message}.`);
}
