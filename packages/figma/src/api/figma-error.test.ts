import { ConnectorError } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { figmaError } from "./figma-error.ts";

const lost = new ConnectorError("unavailable", "The connection to api.figma.com broke (ECONNRESET). Try again.");

describe("a request that fails on the way", () => {
  it.each([
    ["breaks off", lost],
    ["takes too long", new ConnectorError("timeout", "api.figma.com took over 120 s.")],
    ["is answered with what is no JSON", new SyntaxError("Unexpected end of JSON input")],
    [
      "is answered at too great a length",
      new ConnectorError("refused", "The answer of api.figma.com is over 9 bytes."),
    ],
  ])("and %s may have changed something, so that nothing is said of trying again", (_, error) => {
    const told = figmaError(error, { isWrite: true });
    expect(told).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("so it may have been made. Look"),
    });
    expect(String(told)).not.toMatch(/try again/i);
  });

  it("has changed nothing where it never arrived, or only read", () => {
    const refused = new ConnectorError("unavailable", "api.figma.com cannot be reached (ECONNREFUSED). Try again.");
    expect(figmaError(refused, { isWrite: true })).toBe(refused);
    expect(figmaError(lost, { isWrite: false })).toBe(lost);
    expect(figmaError(new SyntaxError("x"), { isWrite: false })).toMatchObject({ code: "unavailable" });
  });
});
