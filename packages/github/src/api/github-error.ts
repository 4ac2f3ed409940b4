import { ConnectorError, mayHaveArrived } from "@drawbridge/core";
import { emptyRepository } from "./empty-repository.ts";
import { lostAnswer } from "./lost-answer.ts";
import { rateLimited } from "./rate-limited.ts";

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

/** What was tried. */
export interface Attempt {
  /** What was asked for, as the caller named it: `acme/site#12`. */
  readonly about: string;
  /** Whether it would have changed something. */
  readonly isWrite: boolean;
  /** Whether it was asked by nobody in particular. */
  readonly isAnonymous: boolean;
}

/** A failure of GitHub's in words that say what to do. */
export function githubError(error: unknown, attempt: Attempt): unknown {
  const { status, cause, response, message = "" } = (error ?? {}) as Failure;
  const { about, isWrite } = attempt;
  // Before GitHub began to answer Octokit wraps it; what ends within the answer comes as it is.
  const own = [error, cause].find((one) => ConnectorError.is(one));
  if (own !== undefined) return isWrite && mayHaveArrived(own) ? lostAnswer(about, own.message, own) : own;
  if (status === undefined) return error;
  const told = (typeof response?.data === "object" && response.data !== null ? response.data : {}) as Told;
  const failed: Failed = {
    ...attempt,
    status,
    told,
    said: (told.message ?? message).replace(/\.$/, ""),
    headers: response?.headers ?? {},
  };
  if (/repository is empty/i.test(failed.said)) return empty(failed);
  const wait = waitOf(failed);
  if (wait !== undefined) return limited(failed, wait);
  return (inWords[status] ?? unexpected)(failed, error);
}

interface Failed extends Attempt {
  readonly status: number;
  readonly told: Told;
  readonly said: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const invalid = ({ about, said, told }: Failed) =>
  new ConnectorError("invalid_input", `GitHub refuses this for ${about}: ${[said, ...fieldErrors(told)].join("; ")}.`);

const inWords: Readonly<Record<number, (failed: Failed, error: unknown) => ConnectorError>> = {
  400: invalid,
  401: ({ about, said, isAnonymous }) =>
    new ConnectorError(
      "unauthorized",
      isAnonymous
        ? `GitHub wants to know who asks for ${about}. ${tokenRemedy}`
        : `GitHub does not accept the token (${said}). It may have expired or been revoked: a person makes a new one and starts the server with it.`,
    ),
  403: forbidden,
  404: ({ about, headers, isAnonymous }) =>
    new ConnectorError(
      "not_found",
      isAnonymous
        ? `GitHub does not know ${about}, or it is not public. ${tokenRemedy}`
        : `GitHub does not know ${about}, or the token may not see it.${permissionHint(headers)} Check the spelling with github_search, github_list or github_tree.`,
    ),
  405: ({ about, said }) =>
    new ConnectorError("conflict", `GitHub does not do this to ${about} as it is now: ${said}. Read it again.`),
  409: ({ about, said }) =>
    new ConnectorError(
      "conflict",
      `GitHub says of ${about}: ${said}. Read it again, then repeat the call with what is there now.`,
    ),
  410: ({ about, said }) => new ConnectorError("not_found", `${about} is gone or switched off there (${said}).`),
  422: invalid,
  451: ({ about, said }) => new ConnectorError("refused", `${about} is blocked for legal reasons (${said}).`),
};

const tokenRemedy = "The server was started without a token: a person starts it with GITHUB_TOKEN set.";

function empty({ about }: Failed): ConnectorError {
  return new ConnectorError(
    "not_found",
    `There is nothing for ${about}: the repository has no commit yet. github_commit makes its first.`,
    { internal: emptyRepository },
  );
}

function unexpected({ status, about, said, isWrite }: Failed, cause: unknown): ConnectorError {
  if (isWrite && status >= 500) return lostAnswer(about, `${status}: ${said}`, cause);
  const what = status >= 500 ? "GitHub failed" : "GitHub answered otherwise than expected";
  return new ConnectorError("unavailable", `${what} for ${about} (${status}: ${said}). Try again in a moment.`, {
    cause,
  });
}

function limited({ said, isAnonymous }: Failed, seconds: number): ConnectorError {
  const more = isAnonymous ? " Without a token GitHub answers 60 times an hour, with one 5000 times." : "";
  return rateLimited(`GitHub's limit is reached (${said}).`, seconds, more);
}

function forbidden({ about, said, headers }: Failed): ConnectorError {
  const sso = /url=(\S+)/.exec(headers["x-github-sso"] ?? "")?.[1];
  if (sso !== undefined) {
    return new ConnectorError(
      "unauthorized",
      `The organisation wants the token authorised for single sign-on. A person opens ${sso} and allows it.`,
    );
  }
  if (/archived/i.test(said)) {
    return new ConnectorError("refused", `The repository is archived: it can be read, and not changed (${about}).`);
  }
  if (/blobs up to/i.test(said))
    return new ConnectorError(
      "refused",
      `${about} is too large for GitHub to send (${said}). Clone the repository for it.`,
    );
  return new ConnectorError("refused", `The token may not do this to ${about} (${said}).${permissionHint(headers)}`);
}

/** What the token lacks, where GitHub says so. */
function permissionHint(headers: Readonly<Record<string, string | undefined>>): string {
  const permissions = headers["x-accepted-github-permissions"];
  if (permissions !== undefined && permissions !== "")
    return ` It needs the permission ${permissions.replaceAll(";", " or")}.`;
  const accepted = headers["x-accepted-oauth-scopes"];
  const has = headers["x-oauth-scopes"];
  if (accepted === undefined || accepted === "" || has === undefined) return "";
  const held = new Set(has.split(/,\s*/));
  const lacks = accepted.split(/,\s*/).every((scope) => !held.has(scope));
  return lacks ? ` It needs the scope ${accepted.replaceAll(",", " or")}; it has ${has === "" ? "none" : has}.` : "";
}

/** Seconds until GitHub takes requests again, where it is its limits that refuse this one. */
function waitOf({ status, said, headers }: Failed): number | undefined {
  if (status !== 429 && status !== 403) return undefined;
  const after = headers["retry-after"];
  if (after !== undefined && Number.isFinite(Number(after))) return Math.max(1, Math.ceil(Number(after)));
  // What takes the last of an allowance may be refused for another reason.
  if (status === 403 && !/rate limit|abuse detection/i.test(said)) return undefined;
  const reset = Number(headers["x-ratelimit-reset"]);
  const isSpent = headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset);
  return isSpent ? Math.max(1, Math.ceil(reset - Date.now() / 1000)) : 60;
}

function fieldErrors({ errors = [] }: Told): readonly string[] {
  return errors.slice(0, 10).map((fault) => {
    if (typeof fault === "string") return fault;
    const { field, code, message } = fault;
    const what = message?.replace(/\.$/, "") ?? (code === undefined ? "is wrong" : (meanings[code] ?? code));
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
