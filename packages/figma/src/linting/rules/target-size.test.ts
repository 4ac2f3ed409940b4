import { describe, expect, test } from "vitest";
import { box, problemsIn } from "../../../test/problems-in.ts";
import type { SmallNode } from "../../../test/small-design.ts";

const press = { interactions: [{ trigger: { type: "ON_CLICK" }, actions: [{ type: "BACK" }] }] };

function target(id: string, x: number, y: number, width: number, height: number, more: object = press): SmallNode {
  return { id, type: "FRAME", ...box(x, y, width, height), ...more } as unknown as SmallNode;
}

const sizes = (...nodes: readonly SmallNode[]) => problemsIn("target-size", nodes).map((line) => line.slice(0, 60));

describe("what is pressed", () => {
  test("is large enough from 44 pixels on, and small below", () => {
    expect(sizes(target("1:1", 0, 0, 44, 44))).toEqual([]);
    expect(sizes(target("1:1", 0, 0, 200, 43))).toEqual([
      expect.stringMatching(/^warning 1:1: touch target of 200×43px/),
    ]);
  });

  test("fails below 24 pixels where it stands close to another, and not where it stands alone", () => {
    expect(sizes(target("1:1", 0, 0, 20, 20))).toEqual([expect.stringMatching(/^warning/)]);
    const row = sizes(target("1:1", 0, 0, 20, 20), target("1:2", 22, 0, 20, 20));
    expect(row).toEqual([expect.stringMatching(/^error 1:1/), expect.stringMatching(/^error 1:2/)]);
    const apart = sizes(target("1:1", 0, 0, 20, 20), target("1:2", 24, 0, 20, 20));
    expect(apart).toEqual([expect.stringMatching(/^warning 1:1/), expect.stringMatching(/^warning 1:2/)]);
    expect(sizes(target("1:1", 0, 0, 20, 20), target("1:2", 21, -20, 100, 60))).toEqual([
      expect.stringMatching(/^error 1:1/),
    ]);
  });

  test("is known by its interaction, of whatever kind presses begin, and not by one that they do not", () => {
    const hover = { interactions: [{ trigger: { type: "ON_HOVER" }, actions: [{ type: "BACK" }] }] };
    expect(sizes(target("1:1", 0, 0, 20, 20, hover))).toEqual([]);
    expect(sizes(target("1:1", 0, 0, 20, 20, { transitionNodeID: "1:9" }))).toHaveLength(1);
    expect(sizes(target("1:1", 0, 0, 20, 20, {}))).toEqual([]);
  });

  test("is known by a component's name, the set's where it is a variant", () => {
    const named = (name: string, type = "COMPONENT") =>
      sizes(target("1:1", 0, 0, 30, 30, { type, name, ...(type === "INSTANCE" ? { componentId: "9:9" } : {}) }));
    expect(named("Icon button")).toHaveLength(1);
    expect(named("Forms/Checkbox")).toHaveLength(1);
    expect(named("Button group")).toEqual([]);
    expect(named("Avatar")).toEqual([]);
    expect(named("Button", "FRAME")).toEqual([]);
  });

  test("is only the outermost, of controls within controls", () => {
    const inner = target("1:2", 5, 5, 20, 20, { type: "COMPONENT", name: "Button" });
    expect(sizes(target("1:1", 0, 0, 100, 50, { type: "COMPONENT", name: "Button", children: [inner] }))).toEqual([]);
  });

  test("may be a link within a text", () => {
    expect(sizes(target("1:1", 0, 0, 80, 16, { type: "TEXT", characters: "Read the terms", ...press }))).toEqual([]);
    expect(sizes(target("1:1", 0, 0, 80, 16, { type: "TEXT", characters: "Settings", ...press }))).toHaveLength(1);
  });

  test("does not matter while it is hidden", () => {
    expect(sizes(target("1:1", 0, 0, 20, 20, { ...press, visible: false }))).toEqual([]);
  });
});
