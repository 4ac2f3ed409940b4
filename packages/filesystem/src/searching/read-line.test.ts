import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLine } from "./read-line.ts";

const record = (text: string, cut = false) => ({ bytes: Buffer.from(text, "latin1"), cut });

describe("a line as ripgrep tells of it", () => {
  it("is a match with its place, or a line around one", () => {
    expect(readLine(record("a b\x0012:5:100:some text\r"))).toEqual({
      ...{ isMatch: true, number: 12, start: 4, offset: 100 },
      bytes: Buffer.from("some text"),
    });
    expect(readLine(record("a\x0013-120-7:8:9:x"))).toMatchObject({
      isMatch: false,
      number: 13,
      start: 0,
      offset: 120,
    });
  });

  it("is known by its number where it is too long to be held", () => {
    expect(readLine(record("a\x001:1:0:xxxx", true))).toMatchObject({ isMatch: true, number: 1, bytes: undefined });
  });

  it("is none where the record has no such beginning", () => {
    expect(["", "--", "no such file", "a\x00x:1:2:"].map((text) => readLine(record(text)))).toEqual(
      Array(4).fill(undefined),
    );
  });

  it("keeps every byte of the line, whatever looks like a beginning in it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(), fc.nat(), fc.nat(), (content, number, column, offset) => {
        const line = Buffer.from(content.filter((byte) => byte !== 0x0a && byte !== 0x0d));
        const bytes = Buffer.concat([Buffer.from(`p\0${number}:${column + 1}:${offset}:`), line]);
        expect(readLine({ bytes, cut: false })).toEqual({ isMatch: true, number, start: column, offset, bytes: line });
      }),
    );
  });
});
