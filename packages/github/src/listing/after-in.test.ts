import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterIn } from "./after-in.ts";

const link = (cursor: string, relation: string) =>
  `<https://api.github.com/advisories?${new URLSearchParams({ per_page: "30", after: cursor })}>; rel="${relation}"`;

describe("afterIn", () => {
  it("finds the cursor of the next page among the others, whatever characters it has", () => {
    const cursor = fc.string({ unit: "grapheme-ascii", minLength: 1 });
    const found = fc.property(cursor, cursor, (next, previous) => {
      expect(afterIn(`${link(previous, "prev")}, ${link(next, "next")}`)).toBe(next);
      expect(afterIn(link(previous, "prev"))).toBeUndefined();
    });
    fc.assert(found);
  });

  it.each([undefined, "", '<https://api.github.com/user/starred?page=2>; rel="next"'])("finds none in %j", (header) => {
    expect(afterIn(header)).toBeUndefined();
  });
});
