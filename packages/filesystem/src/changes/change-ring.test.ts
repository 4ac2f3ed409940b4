import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorCode } from "../../test/stand/error-code.ts";
import type { Root } from "../roots/root.ts";
import type { Change } from "./change.ts";
import { ChangeRing } from "./change-ring.ts";

const root = { real: "/root", given: "/root" } as unknown as Root;
const change = (name: string, kind: Change["kind"] = "created"): Change => ({ root, names: [name], kind, time: "" });
const since = (ring: ChangeRing, cursor?: string) => {
  const known = ring.since(cursor);
  return known && [...known].map(([, { names, kind }]) => `${kind} ${names.join("/")}`);
};

describe("a ring of changes", () => {
  it("tells what came since a cursor, and all of it without one", () => {
    const ring = new ChangeRing();
    ring.add(change("a"));
    const cursor = ring.cursor;
    expect(since(ring, cursor)).toEqual([]);
    ring.add(change("b"));
    expect(since(ring, cursor)).toEqual(["created b"]);
    expect(since(ring)).toEqual(["created a", "created b"]);
  });

  it("says that a cursor is too old once something behind it was dropped, and not before", () => {
    const ring = new ChangeRing(3);
    const start = ring.cursor;
    for (const name of ["a", "b", "c"]) ring.add(change(name));
    expect(since(ring, start)).toEqual(["created a", "created b", "created c"]);
    const later = ring.cursor;
    ring.add(change("d"));
    expect(since(ring, start)).toBeUndefined();
    expect(since(ring, later)).toEqual(["created d"]);
  });

  it("keeps one place for a file that is written to again and again", () => {
    const ring = new ChangeRing(3);
    ring.add(change("a"));
    const start = ring.cursor;
    for (let time = 0; time < 100; time += 1) ring.add(change("log", "modified"));
    expect(since(ring, start)).toEqual(["modified log"]);
    expect(since(ring)).toEqual(["created a", "modified log"]);
  });

  it("knows no cursor of another ring, of the future, or from before it forgot", () => {
    const ring = new ChangeRing();
    ring.add(change("a"));
    expect(since(ring, new ChangeRing().cursor)).toBeUndefined();
    expect(since(ring, ring.cursorAt(2))).toBeUndefined();
    const before = ring.cursor;
    ring.forget();
    expect(since(ring, before)).toBeUndefined();
    expect(since(ring, ring.cursor)).toEqual([]);
  });

  it.each(["", "x", ".", "aaaaaaaa.", "aaaaaaaa.-1", "AAAAAAAA.1", "aaaaaaaa.1\n", `aaaaaaaa.${"z".repeat(11)}`])(
    "refuses what is no cursor: %j",
    (text) => {
      expect(errorCode(() => new ChangeRing().since(text))).toBe("invalid_input");
    },
  );

  it("tells every reader all that came since, or that it is too old", () => {
    const step = fc.record({
      name: fc.constantFrom("a", "b", "c"),
      kind: fc.constantFrom<Change["kind"]>("created", "modified", "removed"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat(30), fc.integer({ min: 1, max: 8 }), (steps, at, most) => {
        const ring = new ChangeRing(most);
        let cursor = ring.cursor;
        for (const [index, { name, kind }] of steps.entries()) {
          if (index === at) cursor = ring.cursor;
          ring.add(change(name, kind));
        }
        const told = since(ring, cursor);
        if (told === undefined) return;
        for (const { name, kind } of steps.slice(at < steps.length ? at : 0)) expect(told).toContain(`${kind} ${name}`);
      }),
    );
  });
});
