import { describe, expect, it } from "vitest";
import { ConnectorError } from "./connector-error.ts";
import type { ErrorCode } from "./error-code.ts";

describe("ConnectorError", () => {
  it("recognises an error of another copy of core by its marker", () => {
    const fromAnotherCopy = { [Symbol.for("@drawbridge/core.connector-error")]: true, code: "refused", message: "no" };
    expect(ConnectorError.is(fromAnotherCopy)).toBe(true);
  });

  it.each([new Error("plain"), { name: "ConnectorError", code: "refused" }, "refused", null, undefined, 7])(
    "does not recognise %s, which has no marker",
    (value) => {
      expect(ConnectorError.is(value)).toBe(false);
    },
  );

  it("cannot be imitated by what JSON carries", () => {
    const parsed: unknown = JSON.parse('{"Symbol(@drawbridge/core.connector-error)":true,"code":"refused"}');
    expect(ConnectorError.is(parsed)).toBe(false);
  });

  it.each<ErrorCode>(["rate_limited", "timeout", "unavailable"])("says that %s may succeed later", (code) => {
    expect(new ConnectorError(code, "later").retryable).toBe(true);
  });

  it.each<ErrorCode>([
    "invalid_input",
    "not_found",
    "refused",
    "needs_confirmation",
    "conflict",
    "cancelled",
    "unauthorized",
    "internal",
  ])("says that %s will fail again", (code) => {
    expect(new ConnectorError(code, "no").retryable).toBe(false);
  });

  it("says of a change that may have been made that it is not to be made again, also in other words", () => {
    const error = new ConnectorError("timeout", "late", { mayBeDone: true });
    expect([error.retryable, error.withMessage("clean").retryable]).toEqual([false, false]);
  });

  it("keeps everything but the message when the message is replaced", () => {
    const cause = new Error("socket");
    const error = new ConnectorError("rate_limited", "secret", { retryAfter: 3, internal: "shard 4", cause });
    expect(error.withMessage("clean")).toMatchObject({
      code: "rate_limited",
      message: "clean",
      retryable: true,
      retryAfter: 3,
      internal: "shard 4",
      cause,
    });
  });
});
