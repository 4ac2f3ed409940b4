import { describe, expect, it } from "vitest";
import { sampleOptions } from "../../test/sample-options.ts";
import { mistypedVariables } from "./mistyped-variables.ts";

const sample = sampleOptions();
const mistyped = (...variables: string[]) =>
  mistypedVariables(Object.fromEntries(variables.map((variable) => [variable, "read"])), sample);

describe("mistypedVariables", () => {
  it.each([
    ["DRAWBRIDGE_ACESS", "DRAWBRIDGE_ACCESS"],
    ["DRAWBRIDGE_CONFRIM", "DRAWBRIDGE_CONFIRM"],
    ["DRAWBRIDGE_TOOL", "DRAWBRIDGE_TOOLS"],
    ["DRAWBRIDGE_AUDITLOG", "DRAWBRIDGE_AUDIT_LOG"],
    ["DRAWBRIDGE_MAX_RESULTS_BYTES", "DRAWBRIDGE_MAX_RESULT_BYTES"],
  ])("takes %s for a mistyped %s", (variable, meant) => {
    expect(mistyped(variable)).toEqual([{ variable, meant }]);
  });

  it("names the flag for an option that has no variable", () => {
    expect(mistyped("DRAWBRIDGE_CONFIG")).toEqual([{ variable: "DRAWBRIDGE_CONFIG", meant: "--config" }]);
  });

  it("says nothing of variables that are read", () => {
    expect(mistyped("DRAWBRIDGE_ACCESS", "DRAWBRIDGE_MODE", "DRAWBRIDGE_TOKEN", "DRAWBRIDGE_TOKEN_FILE")).toEqual([]);
  });

  it("says nothing of what may be another connector's, or is not ours", () => {
    expect(mistyped("DRAWBRIDGE_URL", "DRAWBRIDGE_ROLE", "DRAWBRIDGE_TEAM", "DRAWBRIDGE_VERSION")).toEqual([]);
    expect(mistyped("ACESS", "MY_DRAWBRIDGE_ACESS")).toEqual([]);
  });

  it("says nothing of a variable that is empty", () => {
    expect(mistypedVariables({ DRAWBRIDGE_ACESS: "", DRAWBRIDGE_TOOL: undefined }, sample)).toEqual([]);
  });

  it.runIf(process.platform !== "win32")("knows that the case of letters matters", () => {
    expect(mistyped("drawbridge_access")).toEqual([{ variable: "drawbridge_access", meant: "DRAWBRIDGE_ACCESS" }]);
  });
});
