import { structuredPatch } from "diff";
import fc from "fast-check";
import { expect, it } from "vitest";
import { linesOfPatch } from "./lines-of-patch.ts";

const text = fc.array(fc.constantFrom("a\n", "b\n", "c\n", "d\n"), { maxLength: 30 }).map((lines) => lines.join(""));

it("has every line of every hunk, and no other", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { hunks } = structuredPatch("a", "a", before, after, "", "", { context: 2 });
      const at = (start: number, count: number) => (count === 0 ? start - 1 : start);
      const patch = hunks
        .map(({ oldStart, oldLines, newStart, newLines, lines }) =>
          [`@@ -${at(oldStart, oldLines)},${oldLines} +${at(newStart, newLines)},${newLines} @@`, ...lines].join("\n"),
        )
        .join("\n");
      const right = hunks.filter(({ newLines }) => newLines > 0);
      const left = hunks.filter(({ oldLines }) => oldLines > 0);
      expect(linesOfPatch(patch, "RIGHT")).toEqual(
        right.map(({ newStart, newLines }) => [newStart, newStart + newLines - 1]),
      );
      expect(linesOfPatch(patch, "LEFT")).toEqual(
        left.map(({ oldStart, oldLines }) => [oldStart, oldStart + oldLines - 1]),
      );
    }),
  );
});

it("reads a count that is left out as one", () => {
  expect(linesOfPatch("@@ -1 +1,2 @@ head\n-a\n+b\n+c", "LEFT")).toEqual([[1, 1]]);
});
