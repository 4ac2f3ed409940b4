import { applyPatch, createTwoFilesPatch, parsePatch } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "./unified-diff.ts";

const line = fc.oneof(
  fc.constantFrom("a\n", "b\n", "c\r\n", "\n", "d"),
  fc.string({ maxLength: 5 }).map((text) => `${text}\n`),
);
const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join(""));
const head = "--- a\n+++ b\n";

describe("a unified diff", () => {
  it("applied to the one text gives the other", () => {
    fc.assert(
      fc.property(text, text, text, text, (start, before, after, end) => {
        const [old, now] = [start + before + end, start + after + end];
        const diff = unifiedDiff(old, now);
        if (old === now) expect(diff).toBe("");
        else expect(applyPatch(old, parsePatch(head + diff)[0] ?? "")).toBe(now);
      }),
      { numRuns: 2000 },
    );
  });

  it("is what comparing the whole texts gives, for one change in a long text", () => {
    const lines = Array.from({ length: 10_000 }, (_, number) => `line ${number}\n`);
    const before = lines.join("");
    for (const at of [0, 1, 2, 3, 4, 5000, 9996, 9999]) {
      const after = lines.with(at, "changed\n").join("");
      const whole = createTwoFilesPatch("a", "b", before, after, "", "", { context: 3 });
      expect(unifiedDiff(before, after)).toBe(whole.slice(whole.indexOf("@@")));
    }
  });

  it("says so where the texts have nothing in common, and takes no long time for it", () => {
    const lines = (mark: string) => Array.from({ length: 50_000 }, (_, number) => `${mark} ${number}\n`).join("");
    expect(unifiedDiff(lines("x"), lines("y"))).toBe(
      "@@ too different to compare @@ 50000 lines before, 50000 after\n",
    );
  });
});
