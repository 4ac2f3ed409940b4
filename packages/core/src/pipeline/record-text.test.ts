import { describe, expect, it } from "vitest";
import { recordText } from "./record-text.ts";

describe("recordText", () => {
  it("writes a record down as JSON does, once", () => {
    let times = 0;
    const record = { rows: [{ a: 'x"' }], toJSON: undefined, counted: { toJSON: () => ++times } };
    expect(recordText(record)).toBe('{"rows":[{"a":"x\\""}],"counted":1}');
    expect(recordText(record)).toBe('{"rows":[{"a":"x\\""}],"counted":1}');
    expect(times).toBe(1);
  });

  it("never takes one record for another that looks alike", () => {
    const record = { a: "secret" };
    recordText(record);
    expect(recordText({ ...record, a: "hidden" })).toBe('{"a":"hidden"}');
  });
});
