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

  it.each([
    ["~", "g"],
    [" ", "g"],
    ["C:\\x", "g"],
    ["ab", "cd"],
    ["ab", "ba"],
    ["nope", "home"],
    ["etc", "tmp"],
    ["src", "dist"],
    ["notes", "nodes-of-work"],
  ])("does not take %j for %s, with which it shares too little", (written, candidate) => {
    expect(nearest(written, [candidate])).toBeUndefined();
  });

  it.each([
    ["srv", "src"],
    ["hme", "home"],
    ["homee", "home"],
    ["raed", "read"],
    ["wirte", "write"],
    ["lgo", "log"],
    ["confgi", "config"],
    ["tokn-fiel", "token-file"],
  ])("takes %s for %s", (written, candidate) => {
    expect(nearest(written, ["other", candidate])).toBe(candidate);
  });
});
