import { describe, expect, it } from "vitest";
import type { Definitions } from "../definitions.ts";

import { terminalSequences } from "./terminal-sequences.ts";

function judge(text: string, role: "name" | "prose" = "prose") {
  const definitions = { texts: [{ where: "description", text, role }], allowedHosts: ["github.com", "example.com"] };
  return terminalSequences(definitions as unknown as Definitions).map(({ problem }) => problem);
}

describe("terminalSequences", () => {
  it.each([
    ["a colour", "\u001B[8mhidden\u001B[0m"],
    ["an 8-bit introducer", "\u009B31m"],
    ["a title of the window", "\u001B]0;title\u0007"],
    ["a lone escape", "Reads \u001B"],
  ])("finds %s", (_, text) => {
    expect(judge(text)).toEqual([expect.stringMatching(/⟦U\+00[19]B⟧/)]);
  });

  it("passes text about sequences", () => {
    expect(judge("Takes out ANSI sequences such as \\x1b[31m; ESC is shown as ⟦U+001B⟧.")).toEqual([]);
  });
});
