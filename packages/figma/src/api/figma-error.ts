import { ConnectorError, mayHaveArrived } from "@drawbridge/core";
import { FigmaFailure } from "./figma-failure.ts";
import { lostChange } from "./lost-change.ts";

interface Attempt {
  /** Whether it would have changed something. */
  readonly isWrite: boolean;
}

/** A failure of Figma's in words that say what to do. */
export function figmaError(error: unknown, { isWrite }: Attempt): unknown {
  if (!(error instanceof FigmaFailure))
    return isWrite && (error instanceof SyntaxError || mayHaveArrived(error))
      ? lostChange("what is at Figma", (error as Error).message, error)
      : unreadable(error);
  return (inWords[error.status] ?? unexpected)(error, isWrite);
}

const inWords: Readonly<Record<number, (failure: FigmaFailure, isWrite: boolean) => ConnectorError>> = {
  400: ({ said, path }) =>
    new ConnectorError("invalid_input", `Figma refuses this for ${aboutOf(path)}: ${said}.${adviceOn(said)}`),
  401: badToken,
  403: forbidden,
  404: ({ path }) =>
    new ConnectorError(
      "not_found",
      `Figma does not know ${aboutOf(path)}, or the token's account may not see it. Check the address, and the version where you named one; a file has to be shared with that account.`,
    ),
};

function adviceOn(said: string): string {
  if (!/file type not supported/i.test(said)) return "";
  return " Its API reads design files and boards (FigJam): of a Make or Slides file, copy what is wanted into one of those.";
}

function badToken({ said }: FigmaFailure): ConnectorError {
  return new ConnectorError(
    "unauthorized",
    `Figma does not accept the token (${said}). It may have expired or been revoked: a person makes a new one in Figma's settings (Security) and starts the server with it.`,
  );
}

/** Figma answers 403 to several different things. */
function forbidden(failure: FigmaFailure, isWrite: boolean): ConnectorError {
  const { said, path } = failure;
  if (/invalid token|token expired|not valid/i.test(said)) return badToken(failure);
  const scope = /scope/i.test(said)
    ? (/requires.*?\b([a-z_]+:(?:read|write))\b/i.exec(said)?.[1] ?? scopeFor(path))
    : undefined;
  if (scope !== undefined)
    return new ConnectorError(
      "refused",
      `The token lacks the scope ${scope} for ${aboutOf(path)} (${said}). A person makes a token that has it and starts the server with that.`,
    );
  if (/\/variables/.test(path) || /enterprise|plan|limited by figma plan/i.test(said))
    return new ConnectorError(
      "refused",
      `Figma gives ${aboutOf(path)} to full members of Enterprise organisations alone (${said}). What is bound in the design still shows in figma_read and figma_tokens.`,
    );
  // Who may not see a file may not change it either; Figma's words tell which of the two it is.
  if (isWrite && !/not accessible|not found/i.test(said))
    return new ConnectorError("refused", `Figma does not let the token's account change ${aboutOf(path)} so: ${said}.`);
  return new ConnectorError(
    "refused",
    `The token's account may not see ${aboutOf(path)} (${said}). Somebody has to share it with that account.`,
  );
}

function unreadable(error: unknown): unknown {
  if (!(error instanceof SyntaxError)) return error;
  return new ConnectorError("unavailable", "Figma's answer is no JSON. Try again in a moment.", { cause: error });
}

function unexpected({ status, said, path }: FigmaFailure, isWrite: boolean): ConnectorError {
  if (isWrite && status >= 500) return lostChange(aboutOf(path), `${status}: ${said}`, undefined);
  const what = status >= 500 ? "Figma failed" : "Figma answered otherwise than expected";
  return new ConnectorError("unavailable", `${what} for ${aboutOf(path)} (${status}: ${said}). Try again in a moment.`);
}

const parts: readonly (readonly [RegExp, (key: string) => string])[] = [
  [/^\/v1\/files\/([^/]+)\/variables/, (key) => `the variables of file ${key}`],
  [/^\/v1\/files\/([^/]+)\/versions/, (key) => `the versions of file ${key}`],
  [/^\/v1\/files\/([^/]+)\/comments/, (key) => `the comments of file ${key}`],
  [/^\/v1\/files\/([^/]+)\/dev_resources/, (key) => `the dev resources of file ${key}`],
  [/^\/v1\/(?:files|images)\/([^/]+)/, (key) => `file ${key}`],
  [/^\/v\d\/teams\/([^/]+)/, (id) => `team ${id}`],
  [/^\/v\d\/projects\/([^/]+)/, (id) => `project ${id}`],
  [/^\/v2\/webhooks\/([^/]+)/, (id) => `webhook ${id}`],
];

/** What a request was about. */
export function aboutOf(path: string): string {
  for (const [shape, words] of parts) {
    const found = shape.exec(path)?.[1];
    if (found !== undefined) return words(decodeURIComponent(found));
  }
  return path;
}

const scopes: readonly (readonly [RegExp, string])[] = [
  [/\/comments/, "file_comments:read"],
  [/\/versions/, "file_versions:read"],
  [/\/variables/, "file_variables:read"],
  [/dev_resources/, "file_dev_resources:read"],
  [/\/meta$/, "file_metadata:read"],
  [/\/webhooks/, "webhooks:read"],
  [/^\/v1\/(teams|projects)\/[^/]+\/(projects|files|meta)/, "projects:read"],
  [/^\/v1\/me$/, "current_user:read"],
];

function scopeFor(path: string): string {
  return scopes.find(([shape]) => shape.test(path))?.[1] ?? "file_content:read";
}
