import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

describe("nearest", () => {
  it("finds what a slip of the finger meant", () => {
    expect(nearest("acess", ["config", "access", "check"])).toBe("access");
  });

  it("looks past upper and lower case", () => {
    expect(nearest("ACCESS", ["access"])).toBe("access");
  });

  it("prefers the closest of several", () => {
    expect(nearest("paths", ["path", "baths", "paths_"])).toBe("path");
  });

  it("finds nothing where nothing is close", () => {
    expect(nearest("tokenizer", ["access", "deny"])).toBeUndefined();
    expect(nearest("x", [])).toBeUndefined();
  });
});
