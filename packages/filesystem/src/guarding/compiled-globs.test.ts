import { compileGlob, compileGlobs } from "@drawbridge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { protectedGlobs } from "./protected-globs.ts";
import { secretGlobs } from "./secret-globs.ts";

const globs = [...secretGlobs, ...protectedGlobs];
const words = globs.flatMap((glob) => glob.split("/"));
const name = fc.oneof(
  fc.constantFrom(...words, ...words.map((word) => word.toUpperCase()), "id_rſa", "aws", "x.pem"),
  fc.string({ maxLength: 6 }),
);

describe("compileGlobs", () => {
  it("means what each of its globs means by itself", () => {
    const all = compileGlobs(globs);
    const each = globs.map((glob) => compileGlob(glob, { ignoreCase: true, anywhere: true }));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), (names) => {
        expect(all(names)).toBe(each.some((matches) => matches(names)));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["{a,b}", "a/{b,.}", "a/", "!a", "a/.", "[ab]", "a\\b", "a,b", "x/**"])(
    "reads %s as compileGlob does",
    (glob) => {
      const all = compileGlobs([glob]);
      const one = compileGlob(glob, { ignoreCase: true, anywhere: true });
      for (const path of ["a", "b", "A", "!a", "x/a", "a/b", "x/a/b", "a,b", "ab", "x", "x/y/z", "a\\b"])
        expect([path, all(path.split("/"))]).toEqual([path, one(path.split("/"))]);
    },
  );
});
