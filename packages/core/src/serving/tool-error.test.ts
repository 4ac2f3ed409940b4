import { expect, it } from "vitest";
import { ConnectorError } from "../errors/connector-error.ts";
import { toolError } from "./tool-error.ts";

it("says the code and the message, and for programs the code and whether to try again", () => {
  expect(toolError(new ConnectorError("not_found", "There is no such note."))).toEqual({
    content: [{ type: "text", text: "not_found: There is no such note." }],
    isError: true,
    _meta: { code: "not_found", retryable: false },
  });
});

it("says when to try again", () => {
  const { _meta } = toolError(new ConnectorError("rate_limited", "Slower.", { retryAfter: 7 }));
  expect(_meta).toEqual({ code: "rate_limited", retryable: true, retryAfter: 7 });
});

it("says nothing of what is for the log", () => {
  const error = new ConnectorError("internal", "Failed.", { internal: "10.0.0.3", cause: new Error("socket") });
  expect(JSON.stringify(toolError(error))).not.toMatch(/10\.0\.0\.3|socket/);
});
