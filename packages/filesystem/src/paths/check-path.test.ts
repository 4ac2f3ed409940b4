import { makeVisible } from "@drawbridge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorCode } from "../../test/stand/error-code.ts";
import { checkPath } from "./check-path.ts";

describe("checkPath", () => {
  it.each([
    ["a NUL byte", "a\0b"],
    ["a NUL byte in visible form", "a⟦U+0000⟧b"],
    ["nothing", ""],
    ["over 4096 bytes", "a/".repeat(2049)],
    ["over 4096 bytes of wide characters", "😀/".repeat(820)],
    ["a name over 255 bytes", "a".repeat(256)],
    ["a name over 255 bytes of wide characters", `folder/${"é".repeat(128)}`],
    ["a URL", "http://example.com/a"],
    ["a file URL", "file:///etc/passwd"],
    ["a URL in capitals", "FILE:///etc/passwd"],
    ["a URL of another scheme", "gopher+x://a"],
  ])("refuses %s", (_, path) => {
    expect(errorCode(() => checkPath(path))).toBe("invalid_input");
  });

  it.each([
    "C++/notes: 1.md",
    "a: b",
    "http:notes",
    "http:/notes",
    "1://x",
    "name with spaces",
    " leading and trailing ",
    "a//b",
    "..hidden",
    "...",
    "日本語/файл.txt",
    "e\u0301",
    "a\nb",
    "%2e%2e/a",
    "~/a",
    "a".repeat(255),
    "é".repeat(127),
    `${"a".repeat(255)}/`.repeat(16),
    "\uff0e\uff0e/a",
    "⟦U+ZZZZ⟧",
  ])("takes %j as it is", (path) => {
    expect(checkPath(path)).toBe(path);
  });

  it("turns visible escapes back", () => {
    expect(checkPath("a⟦U+001B⟧[31m⟦U+202E⟧.txt")).toBe("a\u001b[31m\u202e.txt");
  });

  it("takes back whatever the fence showed of a path", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "\n", "\u001b", "\u202e", "⟦", "⟧", "U+001B", "\t", "\r") });
    fc.assert(
      fc.property(
        name.filter((text) => text !== ""),
        (path) => checkPath(makeVisible(path)) === path,
      ),
    );
  });
});
