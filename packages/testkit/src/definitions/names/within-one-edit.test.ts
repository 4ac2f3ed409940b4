import { describe, expect, it } from "vitest";
import { withinOneEdit } from "./within-one-edit.ts";

describe("withinOneEdit", () => {
  it.each([
    ["read", "read"],
    ["read", "reads"],
    ["read", "ead"],
    ["read", "road"],
    ["read", "reaad"],
    ["", "a"],
  ])("takes %s and %s for near", (one, other) => {
    expect([withinOneEdit(one, other), withinOneEdit(other, one)]).toEqual([true, true]);
  });

  it.each([
    ["read", "raed"],
    ["read", "write"],
    ["read", "reader"],
    ["read", "bread2"],
    ["", "ab"],
  ])("takes %s and %s for apart", (one, other) => {
    expect([withinOneEdit(one, other), withinOneEdit(other, one)]).toEqual([false, false]);
  });
});
