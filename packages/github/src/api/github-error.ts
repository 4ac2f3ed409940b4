import { ConnectorError } from "@drawbridge/core";

/** What Octokit throws, as far as it is looked at here. */
interface Failure {
  readonly status?: number;
  readonly message?: string;
  readonly cause?: unknown;
  readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>>; readonly data?: unknown };
}

interface Told {
  readonly message?: string;
  readonly errors?: ReadonlyArray<string | { resource?: string; field?: string; code?: string; message?: string }>;
}

/**
 * A failure of GitHub's in words that say what to do.
 *
 * @param about what was asked for, as the caller named it: `acme/site#12`
 */
export function githubError(error: unknown, about: string): unknown {
  const { status, cause, response, message = "" } = (error ?? {}) as Failure;
  if (ConnectorError.is(error)) return error;
  if (ConnectorError.is(cause)) return cause;
  if (status === undefined) return error;
  const headers = response?.headers ?? {};
  const told = (typeof response?.data === "object" && response.data !== null ? response.data : {}) as Told;
  const said = (told.message ?? message).replace(/\.$/, "");
  const wait = waitOf(headers);
  if (status === 401) {
    return new ConnectorError("unauthorized", `GitHub does not accept the token (${said}). It may have expired or been revoked: a person makes a new one and starts the server with it.`);
  }
  if (status === 429 || (status === 403 && (wait !== undefined || /rate limit|abuse detection/i.test(said)))) {
    const seconds = wait ?? 60;
    return new ConnectorError("rate_limited", `GitHub's limit is reached (${said}). Try again in ${seconds} seconds, or ask for less.`, {
      retryAfter: seconds,
    });
  }
  if (status === 403) return forbidden(said, headers, about);
  if (status === 404) {
    const hint = permissionHint(headers);
    return new ConnectorError("not_found", `GitHub has no ${about}, or the token may not see it.${hint} Check the spelling with github_search or github_list.`);
  }
  if (status === 409) return new ConnectorError("conflict", `GitHub says of ${about}: ${said}. Read it again, then repeat the call with what is there now.`);
  if (status === 410) return new ConnectorError("not_found", `${about} is gone or switched off there (${said}).`);
  if (status === 422 || status === 400) return new ConnectorError("invalid_input", `GitHub refuses this for ${about}: ${[said, ...fieldErrors(told)].join("; ")}.`);
  if (status === 451) return new ConnectorError("refused", `${about} is blocked for legal reasons (${said}).`);
  if (status >= 500) return new ConnectorError("unavailable", `GitHub failed (${status}: ${said}). Try again in a moment.`, { cause: error });
  return new ConnectorError("unavailable", `GitHub answered ${status} for ${about}: ${said}.`, { cause: error });
}

function forbidden(said: string, headers: Readonly<Record<string, string | undefined>>, about: string): ConnectorError {
  const sso = /url=(\S+)/.exec(headers["x-github-sso"] ?? "")?.[1];
  if (sso !== undefined) {
    return new ConnectorError("unauthorized", `The organisation wants the token authorised for single sign-on. A person opens ${sso} and allows it.`);
  }
  if (/archived/i.test(said)) return new ConnectorError("refused", `${about} is archived: it can be read, and not changed.`);
  return new ConnectorError("refused", `The token may not do this to ${about} (${said}).${permissionHint(headers)}`);
}

/** What the token lacks, where GitHub says so. */
function permissionHint(headers: Readonly<Record<string, string | undefined>>): string {
  const permissions = headers["x-accepted-github-permissions"];
  if (permissions !== undefined && permissions !== "") return ` It needs the permission ${permissions.replaceAll(";", " or")}.`;
  const accepted = headers["x-accepted-oauth-scopes"];
  const has = headers["x-oauth-scopes"];
  if (accepted === undefined || accepted === "" || has === undefined) return "";
  const held = new Set(has.split(/,\s*/));
  const lacks = accepted.split(/,\s*/).every((scope) => !held.has(scope));
  return lacks ? ` It needs the scope ${accepted.replaceAll(",", " or")}; it has ${has === "" ? "none" : has}.` : "";
}

function waitOf(headers: Readonly<Record<string, string | undefined>>): number | undefined {
  const after = Number(headers["retry-after"]);
  if (headers["retry-after"] !== undefined && Number.isFinite(after)) return Math.max(1, Math.ceil(after));
  if (headers["x-ratelimit-remaining"] !== "0") return undefined;
  const reset = Number(headers["x-ratelimit-reset"]);
  return Number.isFinite(reset) ? Math.max(1, Math.ceil(reset - Date.now() / 1000)) : 60;
}

function fieldErrors({ errors = [] }: Told): readonly string[] {
  return errors.slice(0, 10).map((fault) => {
    if (typeof fault === "string") return fault;
    const { field, code, message } = fault;
    const what = message ?? (code === undefined ? "is wrong" : (meanings[code] ?? code));
    return field === undefined || message !== undefined ? what : `${field} ${what}`;
  });
}

/** GitHub's codes of validation errors, from its REST documentation ("Troubleshooting the REST API"). */
const meanings: Readonly<Record<string, string>> = {
  missing: "does not exist",
  missing_field: "is needed",
  invalid: "is not valid",
  already_exists: "exists already",
  unprocessable: "cannot be used",
};
