import { ConnectorError } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { githubError } from "./github-error.ts";

const read = { about: "acme/site", isWrite: false, isAnonymous: false };

/** As Octokit throws it. */
function refused(status: number, message: string, more: { headers?: Record<string, string>; errors?: unknown[] } = {}) {
  const { headers = {}, errors } = more;
  return { status, message: "octokit's own", response: { headers, data: { message, errors } } };
}

const said = (error: unknown, attempt = read) => {
  const { code, message, retryAfter } = githubError(error, attempt) as ConnectorError;
  return { code, message, retryAfter };
};

describe("a validation error is told by its fields", () => {
  it.each([
    [{ resource: "Issue", field: "title", code: "missing_field" }, "title is needed"],
    [{ resource: "Label", field: "name", code: "already_exists" }, "name exists already"],
    [{ resource: "Issue", field: "assignees", code: "invalid" }, "assignees is not valid"],
    [{ resource: "PullRequest", field: "base", code: "missing" }, "base does not exist"],
    [
      { resource: "PullRequest", code: "custom", message: "No commits between main and x" },
      "No commits between main and x",
    ],
    [{ resource: "PullRequest", field: "head", code: "unheard_of" }, "head unheard_of"],
    ["only a sentence", "only a sentence"],
  ])("%j", (fault, words) => {
    const { code, message } = said(refused(422, "Validation Failed", { errors: [fault] }));
    expect([code, message]).toEqual([
      "invalid_input",
      `GitHub refuses this for acme/site: Validation Failed; ${words}.`,
    ]);
  });

  it("and by ten of them at most", () => {
    const errors = Array.from({ length: 500 }, () => ({ field: "f", code: "invalid" }));
    expect(said(refused(422, "Validation Failed", { errors })).message.match(/is not valid/g)).toHaveLength(10);
  });
});

describe("what a token lacks is named", () => {
  it.each([
    [
      "a scope",
      { "x-oauth-scopes": "gist", "x-accepted-oauth-scopes": "public_repo, repo" },
      "It needs the scope public_repo or repo; it has gist.",
    ],
    [
      "a scope where it has none",
      { "x-oauth-scopes": "", "x-accepted-oauth-scopes": "repo" },
      "It needs the scope repo; it has none.",
    ],
    [
      "a permission",
      { "x-accepted-github-permissions": "issues=write; pull_requests=write" },
      "It needs the permission issues=write or pull_requests=write.",
    ],
  ])("%s", (_, headers, hint) => {
    expect(said(refused(403, "Forbidden", { headers })).message).toContain(hint);
    expect(said(refused(404, "Not Found", { headers })).message).toContain(hint);
  });

  it("and not where it has one of those that would do", () => {
    const headers = { "x-oauth-scopes": "repo", "x-accepted-oauth-scopes": "public_repo, repo" };
    expect(said(refused(404, "Not Found", { headers })).message).not.toContain("It needs");
  });

  it("and where single sign-on is missing, the page that gives it", () => {
    const headers = { "x-github-sso": "required; url=https://github.com/orgs/acme/sso?authorization_request=A1" };
    expect(said(refused(403, "Resource protected by organization SAML enforcement.", { headers }))).toMatchObject({
      code: "unauthorized",
      message: expect.stringContaining("A person opens https://github.com/orgs/acme/sso?authorization_request=A1 and"),
    });
  });
});

describe("a write whose answer was lost", () => {
  const write = { ...read, isWrite: true };

  it.each([
    ["by a failure of GitHub's", refused(502, "Server Error")],
    [
      "on the way",
      {
        status: 500,
        message: "x",
        cause: new ConnectorError("unavailable", "The connection to x failed (ECONNRESET). Try again."),
      },
    ],
    [
      "by taking too long",
      { status: 500, message: "x", cause: new ConnectorError("timeout", "It took too long. Try again.") },
    ],
    [
      "in the midst of it",
      new ConnectorError("unavailable", "The connection to https://x failed (ECONNRESET). Try again."),
    ],
    ["by being too long", new ConnectorError("refused", "The answer of https://x is over 9 bytes. Ask for less.")],
  ])("%s is not said to be worth repeating", (_, error) => {
    const found = githubError(error, write) as ConnectorError;
    expect([found.code, found.retryable]).toEqual(["conflict", false]);
    expect(found.message).toContain("may have been made");
    expect(found.message).not.toMatch(/Try again|Ask for less/);
  });

  it("was not lost where no connection was made", () => {
    const cause = new ConnectorError("unavailable", "The connection to x failed (ECONNREFUSED). Try again.");
    expect(githubError({ status: 500, message: "x", cause }, write)).toBe(cause);
  });

  it("is not what a refusal is", () => {
    expect(said(refused(409, "Reference already moved."), write).message).toContain("Reference already moved");
  });
});

it.each([
  ["retry-after", "1e300"],
  ["retry-after", "99999999999999"],
  ["x-ratelimit-reset", "9e99"],
])("tells of a limit whose %s is no time, %s", (name, value) => {
  const headers = { "x-ratelimit-remaining": "0", [name]: value };
  expect(said(refused(403, "API rate limit exceeded", { headers }))).toMatchObject({
    code: "rate_limited",
    retryAfter: 86_400,
  });
});

it("leaves what is no failure of GitHub's as it is", () => {
  const error = new TypeError("ours");
  expect(githubError(error, read)).toBe(error);
});

it("says what a token would be good for where there is none", () => {
  const nobody = { ...read, isAnonymous: true };
  expect(said(refused(401, "Requires authentication"), nobody).message).toContain("GITHUB_TOKEN");
  expect(said(refused(404, "Not Found"), nobody).message).toContain("or it is not public");
  const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Date.now() / 1000 + 60) };
  expect(said(refused(403, "API rate limit exceeded for 1.2.3.4.", { headers }), nobody).message).toContain(
    "with one 5000 times",
  );
});
