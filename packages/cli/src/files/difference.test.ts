import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { difference } from "./difference.ts";

const shown = (before: string, after: string) =>
  stripVTControlCharacters(difference("mcp.json", before, after))
    .split("\n")
    .slice(2);

describe("what a change does to a file, as it is shown", () => {
  it("shows the line ends of Windows no more than others", () => {
    expect(shown("{\r\n}\r\n", "{\r\n  1\r\n}\r\n")).toEqual(["@@ -1,2 +1,3 @@", " {", "+  1", " }"]);
  });

  it("shows a character that would write over the line", () => {
    expect(shown("", "a\rb\n")).toEqual(["@@ -0,0 +1,1 @@", "+a⟦U+000D⟧b"]);
  });

  it("shows no secret of the lines around it", () => {
    const token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
    expect(shown(`${token}\n`, `${token}\nx\n`).join()).not.toContain(token);
  });
});
