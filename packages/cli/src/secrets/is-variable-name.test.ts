import { describe, expect, it } from "vitest";
import { isVariableName } from "./is-variable-name.ts";

describe("the name of a variable", () => {
  it.each(["GITHUB_TOKEN", "_X1", "TOKEN"])("may be %s", (text) => expect(isVariableName(text, {})).toBe(true));

  it("may be in small letters where such a one is set", () => {
    expect(isVariableName("my_token", { my_token: "" })).toBe(true);
    expect(isVariableName("my_token", {})).toBe(false);
  });

  it.each(["ghp_0123456789abcdefghijABCDEFGHIJ012345", "hunter2", "1X", "A-B", "", "A B", "s3cr3t_Value"])(
    "is not %j, which may be the secret itself",
    (text) => expect(isVariableName(text, {})).toBe(false),
  );
});
