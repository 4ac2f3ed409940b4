import { Page } from "@drawbridge/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { ChangedFile } from "./changed-file.ts";
import { hunksOf } from "./hunks-of.ts";
import { hunksThatFit } from "./hunks-that-fit.ts";

const file: ChangedFile = { filename: "src/a.ts", status: "modified", additions: 1, deletions: 1, sha: null };

const line = fc
  .tuple(fc.constantFrom(" ", "+", "-"), fc.stringMatching(/^[ -~]{0,60}$/))
  .map((parts) => parts.join(""));
const hunk = fc
  .tuple(fc.nat(999), fc.array(line, { minLength: 1, maxLength: 40 }))
  .map(([at, lines]) => [`@@ -${at},1 +${at},1 @@`, ...lines].join("\n"));
const patches = fc.array(hunk, { minLength: 1, maxLength: 12 }).map((hunks) => hunks.join("\n"));

/** All pages of a file's difference, each without its heading. */
function pagesOf(patch: string, bytes: number): string[] {
  const pages: string[] = [];
  let begin: { hunk: number; line: number } | undefined = { hunk: 0, line: 0 };
  while (begin !== undefined) {
    const { text, next } = hunksThatFit(new Page(undefined, bytes), file, patch, { ...begin, isFirst: true });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes);
    expect(text).toMatch(/^--- M src\/a.ts \+1 -1/);
    pages.push(text.slice(text.indexOf("\n") + 1));
    begin = next;
  }
  return pages;
}

it("loses nothing and says nothing twice, however small the pages are", () => {
  fc.assert(
    fc.property(patches, fc.integer({ min: 200, max: 2000 }), (patch, bytes) => {
      expect(pagesOf(patch, bytes).join("\n")).toBe(patch);
    }),
  );
});

it("takes a patch apart into hunks that are the patch again", () => {
  fc.assert(fc.property(patches, (patch) => hunksOf(patch).join("\n") === patch));
});

it("keeps a hunk whole that fits the next page", () => {
  const patch = [
    ["@@ -1 +1 @@", "+a"],
    ["@@ -9 +9 @@", `+${"b".repeat(100)}`, "+c"],
  ]
    .flat()
    .join("\n");
  expect(pagesOf(patch, 150)).toEqual(["@@ -1 +1 @@\n+a", `@@ -9 +9 @@\n+${"b".repeat(100)}\n+c`]);
});

it("says in which hunk a page goes on", () => {
  const patch = ["@@ -1,0 +1,9 @@", ...Array.from({ length: 9 }, () => `+${"x".repeat(40)}`)].join("\n");
  const next = { hunk: 0, line: 4, isFirst: true };
  const { text } = hunksThatFit(new Page(undefined, 1000), file, patch, next);
  expect(text.split("\n")[0]).toBe("--- M src/a.ts +1 -1 (goes on in @@ -1,0 +1,9 @@ after 4 lines)");
});

it("shows the beginning of a line that is longer than a page, and goes on after it", () => {
  const patch = ["@@ -1 +1,2 @@", `+${"x".repeat(5000)}`, "+after"].join("\n");
  const pages = pagesOf(patch, 300);
  expect(pages.join("\n")).toMatch(/^@@ -1 \+1,2 @@\n\+x+… \(the beginning of 5001 characters\)\n\+after$/);
});
