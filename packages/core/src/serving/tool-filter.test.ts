import { describe, expect, it } from "vitest";
import { UsageError } from "../options/usage-error.ts";
import { toolFilter } from "./tool-filter.ts";

const names = ["pg_query", "pg_execute", "pg_explain", "pg_e.plain"];
const admitted = (...globs: string[]) => names.filter(toolFilter(globs, names));

describe("toolFilter", () => {
  it("leaves every tool in where nothing is said", () => {
    expect(names.filter(toolFilter(undefined, names))).toEqual(names);
  });

  it.each([
    [["pg_query"], ["pg_query"]],
    [["pg_ex*"], ["pg_execute", "pg_explain"]],
    [["*"], names],
    [["*query*"], ["pg_query"]],
    [
      ["pg_query", "pg_explain"],
      ["pg_query", "pg_explain"],
    ],
    [
      ["pg_*", "!pg_execute"],
      ["pg_query", "pg_explain", "pg_e.plain"],
    ],
    [["!pg_execute"], ["pg_query", "pg_explain", "pg_e.plain"]],
    [
      ["!pg_execute", "pg_*"],
      ["pg_query", "pg_explain", "pg_e.plain"],
    ],
    [["!pg_ex*", "pg_execute"], []],
    [["pg_e.plain"], ["pg_e.plain"]],
  ])("reads %j", (globs, left) => {
    expect(admitted(...globs)).toEqual(left);
  });

  it.each(["pg_quer", "query", "PG_query", "!pg_nothing", "fs_*", "", "!"])(
    "stops at %j, which matches no tool",
    (glob) => {
      expect(() => admitted("pg_query", glob)).toThrow(UsageError);
    },
  );

  it("names the tool that was meant", () => {
    expect(() => admitted("pg_qurey")).toThrow('--tools: "pg_qurey" matches no tool; did you mean pg_query?');
  });

  it("lets nothing in that is no tool", () => {
    expect(toolFilter(["pg_*"], names)("pg_other")).toBe(false);
  });
});
