import { describe, expect, it } from "vitest";
import { boundInput } from "./bound-input.ts";

const nested = (levels: number) => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`) as unknown;

describe("boundInput", () => {
  it.each([undefined, null, "text", 7, {}, { a: [1, { b: 2 }] }])("takes %j", (input) => {
    expect(() => boundInput(input)).not.toThrow();
  });

  it("takes what is nested 32 levels deep, and nothing deeper", () => {
    expect(() => boundInput(nested(33))).not.toThrow();
    expect(() => boundInput(nested(34))).toThrow("nested over 32 levels deep");
  });

  it("refuses a bomb of a thousand levels without running out of stack", () => {
    expect(() => boundInput(nested(5000))).toThrow("nested over 32 levels deep");
  });

  it("takes 100,000 values, and no more", () => {
    expect(() => boundInput(Array(99_999).fill(0))).not.toThrow();
    expect(() => boundInput(Array(100_000).fill(0))).toThrow("hold over 100000 values");
  });

  it("refuses 200,000 values however they are spread", () => {
    expect(() => boundInput({ rows: Array.from({ length: 400 }, () => Array(500).fill("x")) })).toThrow(
      /100000 values/,
    );
  });

  it("does not count the letters of a text", () => {
    expect(() => boundInput({ text: "x".repeat(1_000_000) })).not.toThrow();
  });
});

describe("a key __proto__", () => {
  it("is refused at any depth, and a text of that name is not", () => {
    expect(() => boundInput(JSON.parse('{"a":[{"__proto__":{"tail":1}}]}'))).toThrow("__proto__");
    expect(() => boundInput({ name: "__proto__" })).not.toThrow();
  });
});
