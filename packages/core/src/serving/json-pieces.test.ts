import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonPieces } from "./json-pieces.ts";

const long = `${"a long line of many words that are plain ".repeat(2)}\n`.repeat(1000);
const answer = (text: string, more: object = {}, ...rest: unknown[]) => ({
  result: { _meta: { path: "a" }, content: [{ type: "text", text }, ...rest], ...more },
  jsonrpc: "2.0",
  id: 1,
});

describe("jsonPieces", () => {
  it("are together what JSON writes, whatever a text holds", () => {
    const piece = fc.oneof(
      fc.string({ unit: fc.constantFrom('"', "\\", "\n", "\r", "\t", "\\n", "a") }),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const message = answer(pieces[0] + long + pieces.join(""));
        expect(jsonPieces(message).join("")).toBe(JSON.stringify(message));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["a second part", answer(long, {}, { type: "text", text: "b" })],
    ["the characters of the hole elsewhere", answer(long, { _meta: { a: "\0text\0" } })],
    ["a record", answer(long, { structuredContent: { a: long } })],
    ["much that is escaped", answer('"'.repeat(100_000))],
    ["no content", { jsonrpc: "2.0", id: 1, result: {} }],
    ["content that is no list", { jsonrpc: "2.0", id: 1, result: { content: long } }],
    ["content that is empty", { jsonrpc: "2.0", id: 1, result: { content: [] } }],
    ["an error", { jsonrpc: "2.0", id: 1, error: { code: 1, message: long } }],
  ])("are what JSON writes of a message with %s", (_, message) => {
    expect(jsonPieces(message).join("")).toBe(JSON.stringify(message));
  });

  it("do not copy a long plain text together with what is around it", () => {
    expect(jsonPieces(answer(long)).map(({ length }) => length > 1000)).toEqual([false, true, false]);
  });
});
