import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ConnectorError } from "../errors/connector-error.ts";
import { CursorSeal } from "./cursor-seal.ts";

const binding = { tool: "shelf_list", principal: "local", arguments: { prefix: "a", deep: true } };
const seal = new CursorSeal();

function refused(cursor: string, of = binding, by = seal): void {
  let thrown: unknown;
  try {
    by.open(cursor, of);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ConnectorError);
  expect(thrown).toMatchObject({ code: "invalid_input" });
}

describe("CursorSeal", () => {
  it("gives back any place that JSON can carry", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (place) => {
        const carried: unknown = JSON.parse(JSON.stringify(place));
        expect(seal.open(seal.seal(place, binding), binding)).toEqual(carried);
      }),
    );
  });

  it("fits into a URL and a JSON text unescaped", () => {
    expect(seal.seal({ key: 'ÿ?"\\' }, binding)).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it("refuses a cursor in which any bit is changed", () => {
    const bytes = Buffer.from(seal.seal({ after: "monday" }, binding), "base64url");
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const altered = Buffer.from(bytes);
        altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        refused(altered.toString("base64url"));
      }),
      { numRuns: 300 },
    );
  });

  it("refuses a cursor in which any letter is changed, left out or added", () => {
    const change = fc.constantFrom("", "A", "-", "9", "=", " ", "\n", "é");
    // Lengths of all remainders by three: base64 leaves bits unused at the end of some.
    fc.assert(
      fc.property(
        fc.constantFrom("", "x", "xx"),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        change,
        (place, at, keeps, put) => {
          const cursor = seal.seal(place, binding);
          const index = Math.round(at * cursor.length);
          const altered = cursor.slice(0, index) + put + cursor.slice(keeps ? index : index + 1);
          if (altered !== cursor) refused(altered);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("refuses what it never made", () => {
    fc.assert(fc.property(fc.string(), (text) => refused(text)));
    refused(Buffer.alloc(200).toString("base64url"));
    refused("");
  });

  it.each([
    ["another tool", { ...binding, tool: "shelf_find" }],
    ["another caller", { ...binding, principal: "alice" }],
    ["other arguments", { ...binding, arguments: { prefix: "b", deep: true } }],
    ["fewer arguments", { ...binding, arguments: { prefix: "a" } as typeof binding.arguments }],
  ])("refuses a cursor of %s", (_, other) => {
    refused(seal.seal(1, binding), other);
  });

  it("refuses a cursor of another process, which has another key", () => {
    refused(new CursorSeal().seal(1, binding));
  });

  it("keeps tool and caller apart however they are spelt", () => {
    refused(seal.seal(1, { ...binding, tool: 'a","b', principal: "c" }), { ...binding, tool: "a", principal: 'b","c' });
  });

  describe("as time passes", () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it("opens a cursor for an hour, and no longer", () => {
      const cursor = seal.seal({ after: 3 }, binding);
      vi.advanceTimersByTime(60 * 60 * 1000);
      expect(seal.open(cursor, binding)).toEqual({ after: 3 });
      vi.advanceTimersByTime(1);
      expect(() => seal.open(cursor, binding)).toThrow(/over an hour old/);
    });
  });
});
