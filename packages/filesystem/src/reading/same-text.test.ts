import { describe, expect, it, vi } from "vitest";
import { SameText } from "./same-text.ts";

const bytesOf = (letter: string) => Buffer.alloc(100_000, letter);
const decode = (bytes: Buffer) => bytes.toString();

describe("SameText", () => {
  it("decodes the same bytes once", () => {
    const same = new SameText();
    const decoding = vi.fn(decode);
    expect([1, 2].map(() => same.of(bytesOf("a"), "utf-8", decoding))).toEqual([
      decode(bytesOf("a")),
      decode(bytesOf("a")),
    ]);
    expect(decoding).toHaveBeenCalledTimes(1);
  });

  it("tells other bytes, and another encoding, from those before", () => {
    const same = new SameText();
    same.of(bytesOf("a"), "utf-8", decode);
    expect(same.of(bytesOf("b"), "utf-8", decode)).toBe(decode(bytesOf("b")));
    expect(same.of(bytesOf("b"), "utf-16le", (bytes) => bytes.toString("utf16le"))).toBe(
      bytesOf("b").toString("utf16le"),
    );
  });

  it("keeps no larger file in memory for a stretch of it", () => {
    const same = new SameText();
    const decoding = vi.fn(decode);
    for (const _ of [1, 2]) same.of(Buffer.alloc(200_000, "a").subarray(0, 100_000), "utf-8", decoding);
    expect(decoding).toHaveBeenCalledTimes(2);
  });
});
