import { expect, it } from "vitest";
import { ConnectorError } from "../errors/connector-error.ts";
import type { ErrorCode } from "../errors/error-code.ts";
import { protocolError } from "./protocol-error.ts";

const invalidParams = -32602;
const internalError = -32603;

it.each<[ErrorCode, number]>([
  ["invalid_input", invalidParams],
  ["not_found", invalidParams],
  ["refused", invalidParams],
  ["needs_confirmation", internalError],
  ["conflict", internalError],
  ["rate_limited", internalError],
  ["timeout", internalError],
  ["cancelled", internalError],
  ["unavailable", internalError],
  ["unauthorized", internalError],
  ["internal", internalError],
])("puts %s in the protocol's words as %i", (code, number) => {
  const error = protocolError(new ConnectorError(code, "The reason."));
  expect(error).toMatchObject({ code: number, data: { code } });
  expect(error.message).toContain("The reason.");
});

it("says when to try again", () => {
  expect(protocolError(new ConnectorError("unavailable", "Away.", { retryAfter: 2 })).data).toEqual({
    code: "unavailable",
    retryable: true,
    retryAfter: 2,
  });
});
