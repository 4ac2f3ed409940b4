import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskValue } from "./mask-value.ts";

describe("a masked value", () => {
  it("is nothing at all where nothing is to be told", () => {
    expect(maskValue("91234", "null", "key")).toBeNull();
  });

  it("has the same hash wherever it stands, another one with another key, and none that tells how long it is", () => {
    expect(maskValue("ada@example.com", "hash", "key")).toMatch(/^hash:[0-9a-f]{24}$/);
    expect(maskValue("ada@example.com", "hash", "key")).toBe(maskValue("ada@example.com", "hash", "key"));
    expect(maskValue("ada@example.com", "hash", "key")).not.toBe(maskValue("ada@example.com", "hash", "other"));
    expect(maskValue("", "hash", "key")).toMatch(/^hash:[0-9a-f]{24}$/);
  });

  it.each([
    ["4111111111111111", "…1111"],
    ["+491701234567", "…567"],
    ["12345678", "…78"],
    ["1234567", "…"],
    ["91234", "…"],
    ["", "…"],
    ["김김김김김김김😀", "…김😀"],
  ])("of which the end is shown: %s as %s", (value, shown) => {
    expect(maskValue(value, "partial", "key")).toBe(shown);
  });

  it("never shows more than a quarter of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const shown = [...(maskValue(value, "partial", "key") ?? "")].length - 1;
        return shown <= [...value].length / 4 && shown <= 4;
      }),
    );
  });
});
