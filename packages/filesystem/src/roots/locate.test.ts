import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorCode } from "../../test/stand/error-code.ts";
import { locate } from "./locate.ts";
import type { Root } from "./root.ts";

/** Locating looks nothing up, so that no folder needs to be behind it. */
const root = (given: string, real = given) => ({ given, real, access: "read" }) as unknown as Root;

const place = (roots: readonly Root[], path: string) => {
  const found = locate(roots, path);
  return [found.root.given, ...found.names];
};

describe("locate", () => {
  const roots = [root("/srv/notes"), root("/srv/work")];

  it.each([
    ["/srv/notes", ["/srv/notes"]],
    ["/srv/notes/", ["/srv/notes"]],
    ["/srv/notes/a/b.md", ["/srv/notes", "a", "b.md"]],
    ["/srv//notes///a", ["/srv/notes", "a"]],
    ["/srv/work/./a", ["/srv/work", "a"]],
    ["/srv/work/x/../a", ["/srv/work", "a"]],
    ["/srv/notes/../work/a", ["/srv/work", "a"]],
    ["/elsewhere/../srv/notes/a", ["/srv/notes", "a"]],
    [".", ["/srv/notes"]],
    ["a/b", ["/srv/notes", "a", "b"]],
    ["./a", ["/srv/notes", "a"]],
    ["a/../b", ["/srv/notes", "b"]],
    ["a/..", ["/srv/notes"]],
    ["..hidden/a", ["/srv/notes", "..hidden", "a"]],
    ["a\\..\\b", ["/srv/notes", "a\\..\\b"]],
    ["%2e%2e", ["/srv/notes", "%2e%2e"]],
  ])("finds %s", (path, expected) => {
    expect(place(roots, path)).toEqual(expected);
  });

  it.each([
    "/",
    "/srv",
    "/srv/notes-evil",
    "/srv/notes-evil/a",
    "/srv/note",
    "/srv/notes/..",
    "/srv/notes/../secret",
    "/srv/notes/a/../../secret",
    "..",
    "../notes",
    "../work/a",
    "a/../../b",
    "/etc/passwd",
    "//srv/../etc/passwd",
  ])("refuses %s", (path) => {
    expect(errorCode(() => locate(roots, path))).toBe("refused");
  });

  it("chooses the innermost of nested roots, in whatever order they were given", () => {
    const outer = root("/srv");
    const inner = root("/srv/notes");
    expect(place([outer, inner], "/srv/notes/a")).toEqual(["/srv/notes", "a"]);
    expect(place([inner, outer], "/srv/notes/a")).toEqual(["/srv/notes", "a"]);
    expect(place([inner, outer], "/srv/notesx")).toEqual(["/srv", "notesx"]);
  });

  it("knows a root by the path that was given and by its real one", () => {
    const linked = [root("/home/me/notes", "/data/notes")];
    expect(place(linked, "/home/me/notes/a")).toEqual(["/home/me/notes", "a"]);
    expect(place(linked, "/data/notes/a")).toEqual(["/home/me/notes", "a"]);
    expect(errorCode(() => locate(linked, "/data/a"))).toBe("refused");
  });

  it("serves everything under the root /", () => {
    expect(place([root("/")], "/etc/hosts")).toEqual(["/", "etc", "hosts"]);
    expect(place([root("/")], "/")).toEqual(["/"]);
    expect(place([root("/")], "/../..")).toEqual(["/"]);
  });

  it("never yields a name that climbs, is empty or holds a slash", () => {
    const part = fc.oneof(fc.constantFrom("..", ".", "", "srv", "notes", "work", "a", "..."), fc.string());
    const path = fc
      .tuple(fc.constantFrom("", "/", "/srv/notes/"), fc.array(part))
      .map(([start, parts]) => start + parts.join("/"));
    fc.assert(
      fc.property(path, (written) => {
        if (errorCode(() => locate(roots, written)) !== undefined) return;
        for (const name of locate(roots, written).names) {
          expect(["", ".", ".."]).not.toContain(name);
          expect(name).not.toContain("/");
        }
      }),
      { numRuns: 2000 },
    );
  });
});
