import { describe, expect, it } from "vitest";
import { mutate } from "./mutate.ts";

const input = { path: "a", where: { rows: [{ id: 1 }] } };

describe("mutate", () => {
  it.each([
    [0, { ...input, no_such_argument: 7 }],
    [1, { path: "a", where: { rows: [{ id: 1 }], no_such_argument: 7 } }],
    [2, { path: "a", where: { rows: [{ id: 1 }, 7] } }],
    [3, { path: "a", where: { rows: [{ id: 1, no_such_argument: 7 }] } }],
    [4, { ...input, no_such_argument: 7 }],
  ])("adds at each depth (%i)", (at, expected) => {
    expect(mutate(input, { kind: "add", at, value: 7 })).toEqual(expected);
  });

  it.each([
    [0, { ...input, path: 7 }],
    [1, { path: "a", where: 7 }],
    [4, { path: "a", where: { rows: [{ id: 7 }] } }],
  ])("replaces at each depth (%i)", (at, expected) => {
    expect(mutate(input, { kind: "replace", at, value: 7 })).toEqual(expected);
  });

  it("removes, and leaves the one given as it is", () => {
    expect(mutate(input, { kind: "remove", at: 1, value: 7 })).toEqual({ path: "a" });
    expect(input).toEqual({ path: "a", where: { rows: [{ id: 1 }] } });
  });

  it("has nothing to change in an empty one", () => {
    expect(mutate({}, { kind: "replace", at: 3, value: 7 })).toEqual({});
  });
});
