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

  it("is not misled where others are read into the same memory", () => {
    const same = new SameText();
    const memory = bytesOf("a");
    same.of(memory, "utf-8", decode);
    memory.fill("b");
    expect(same.of(memory, "utf-8", decode)).toBe(decode(bytesOf("b")));
  });
});
