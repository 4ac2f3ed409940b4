import { describe, expect, it } from "vitest";
import { hasProtoKey } from "./has-proto-key.ts";

const found = (text: string) => hasProtoKey(JSON.parse(text), text);

describe("hasProtoKey", () => {
  it.each([
    '{"__proto__":{"path":"x"}}',
    '{"params":{"arguments":{"list":[{"__proto__":1}]}}}',
    String.raw`{"a":{"\u005f_proto__":1}}`,
    String.raw`{"a":{"__prot\u006F__":1}}`,
  ])("finds it in %s", (text) => {
    expect(found(text)).toBe(true);
  });

  it.each(['{"text":"__proto__"}', String.raw`{"text":"{\"__proto__\":1}"}`, '{"proto":1}', "[]", "7"])(
    "lets %s be",
    (text) => {
      expect(found(text)).toBe(false);
    },
  );

  it("looks to the bottom of what is nested deep", () => {
    expect(found(`${"[".repeat(100_000)}{"__proto__":1}${"]".repeat(100_000)}`)).toBe(true);
  });
});
