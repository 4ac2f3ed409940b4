import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RepositoryScope } from "./repository-scope.ts";

const scope = new RepositoryScope(["Acme/site", "tools/*"]);

describe("RepositoryScope", () => {
  it("admits what was named, in any case of letters", () => {
    expect([scope.admits("acme", "SITE"), scope.admits("TOOLS", "any.thing-1_2")]).toEqual([true, true]);
    expect(scope.admitsNamed("aCme/sIte")).toBe(true);
  });

  it.each([
    ["acme", "vault"],
    ["acme", "site/../vault"],
    ["acme", "site%2F..%2Fvault"],
    ["acme/site", ".."],
    ["acme", "site."],
    ["acme.", "site"],
    ["acme ", "site"],
    ["acme", "ѕite"],
    ["acme", "ſite"],
    ["tools\u212A", "a"],
    ["tools", ".."],
    ["tools", "."],
    ["tools", ""],
    ["tools", "*"],
    ["..", "tools"],
    ["tools", "a\u0000"],
    ["tools\n", "a"],
  ])("does not admit %j/%j", (owner, repository) => {
    expect(scope.admits(owner, repository)).toBe(false);
    expect(() => scope.assertAdmits(owner, repository)).toThrow();
  });

  it("refuses what is no name even where everything is admitted", () => {
    const open = new RepositoryScope([]);
    expect(open.admits("acme", "vault")).toBe(true);
    expect([open.admits("..", "user"), open.admits("acme", "a/b"), open.admits("ａcme", "site")]).toEqual([
      false,
      false,
      false,
    ]);
    expect(() => open.assertAdmits("..", "user")).toThrow("no name of a repository");
  });

  it("admits nothing but what was named, whatever it is called", () => {
    const letters = fc.constantFrom(..."acmesiteACMESITE./%-_*tolsK\u212A\u017F\u2024．／");
    const name = fc.oneof(
      fc.string({ unit: letters, maxLength: 8 }),
      fc.constantFrom("acme", "site", "tools", "..", "acme/site"),
    );
    fc.assert(
      fc.property(name, name, (owner, repository) => {
        const isPlain = [owner, repository].every((one) => /^[a-z0-9._-]+$/i.test(one) && one !== "." && one !== "..");
        const isNamed = /^acme\/site$/i.test(`${owner}/${repository}`) || /^tools$/i.test(owner);
        expect(scope.admits(owner, repository)).toBe(isPlain && isNamed);
      }),
      { numRuns: 500 },
    );
  });

  it("is held to the first repository that is touched, where it pins", () => {
    const pinning = new RepositoryScope(["acme/*"], { pinsFirst: true });
    expect(() => pinning.touch("mallory", "bait")).toThrow("acme/*");
    pinning.touch("acme", "Site");
    pinning.touch("ACME", "site");
    expect([pinning.patterns, pinning.isOpen, pinning.admitsOwner("acme")]).toEqual([["acme/Site"], false, false]);
    expect(pinning.admits("acme", "vault")).toBe(false);
    expect(() => pinning.touch("acme", "vault")).toThrow("--pin-first-repo");
  });

  it("is held to nothing by what is touched, where it does not pin", () => {
    const open = new RepositoryScope([]);
    open.touch("acme", "site");
    expect([open.isOpen, open.admits("acme", "vault")]).toEqual([true, true]);
  });

  it("does not take what is pinned for what the person named", () => {
    const pinning = new RepositoryScope([], { pinsFirst: true });
    pinning.touch("mallory", "bait");
    expect([pinning.names("mallory", "bait"), scope.names("ACME", "site")]).toEqual([false, true]);
  });
});
