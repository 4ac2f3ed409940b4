import { describe, expect, it } from "vitest";
import { operationOf, textReply } from "../../test/call-of.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { ErrorCode } from "../errors/error-code.ts";
import { failureAttributes } from "./failure-attributes.ts";

const tool = operationOf(async () => textReply(""));
const resource = { ...tool, kind: "resource" } as const;

const failure = (operation: typeof tool, code: ErrorCode) =>
  failureAttributes(operation, new ConnectorError(code, "x"));

describe("failureAttributes", () => {
  it.each<ErrorCode>(["invalid_input", "refused", "timeout", "internal"])("calls %s of a tool a tool error", (code) => {
    expect(failure(tool, code)).toEqual({ "drawbridge.error.code": code, "error.type": "tool_error" });
  });

  it.each<ErrorCode>(["unavailable", "internal", "timeout"])(
    "gives %s elsewhere the protocol's code, as an error",
    (code) => {
      expect(failure(resource, code)).toEqual({
        "drawbridge.error.code": code,
        "rpc.response.status_code": "-32603",
        "error.type": "-32603",
      });
    },
  );

  it.each<ErrorCode>(["invalid_input", "not_found", "refused"])(
    "gives %s elsewhere the protocol's code, and counts it as the caller's fault",
    (code) => {
      expect(failure(resource, code)).toEqual({
        "drawbridge.error.code": code,
        "rpc.response.status_code": "-32602",
      });
    },
  );

  it("counts a call that its host gave up as no failure", () => {
    for (const operation of [tool, resource]) {
      expect(failure(operation, "cancelled")).toEqual({ "drawbridge.error.code": "cancelled" });
    }
  });
});
