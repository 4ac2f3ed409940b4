import { describe, expect, it } from "vitest";
import { sampleOptions } from "../../test/sample-options.ts";
import { describeOptions } from "./describe-options.ts";
import { helpText } from "./help-text.ts";
import { standardOptions } from "./standard-options.ts";

const own = describeOptions(sampleOptions());
const standard = describeOptions(standardOptions);
const help = helpText({
  command: "drawbridge-shelf",
  title: "Shelf",
  description: "Serves a shelf.",
  examples: [["npx @drawbridge/shelf a", "serve one shelf"]],
  own,
  standard,
});
const lines = help.split("\n");
const lineOf = (start: string) => lines.find((line) => line.trimStart().startsWith(start));

describe("helpText", () => {
  it("shows how the command is written, with what it serves", () => {
    expect(lines).toContain("  drawbridge-shelf [options] <folder> …");
  });

  it("shows the examples with what they do", () => {
    expect(lineOf("npx @drawbridge/shelf a")).toMatch(/serve one shelf$/);
  });

  it("shows every option once, with its value", () => {
    for (const { name, positional, secret } of [...own, ...standard]) {
      if (positional) continue;
      const shown = lines.filter((line) => new RegExp(`^ {2}(-., )?${secret ? "" : "--"}${name}( |$)`).test(line));
      expect(shown, name).toHaveLength(1);
    }
    expect(lineOf("--max-file-bytes")).toContain("--max-file-bytes <n>");
    expect(lineOf("--follow-links")).not.toContain("<");
  });

  it("says the default and the variable", () => {
    expect(lineOf("--max-file-bytes")).toMatch(/\(default 100\) \[DRAWBRIDGE_MAX_FILE_BYTES\]/);
  });

  it("shows a secret without dashes, with the variable and the file that give it", () => {
    expect(help).not.toContain("--token");
    expect(help.replace(/\n\s+/g, " ")).toContain("[DRAWBRIDGE_TOKEN, SAMPLE_TOKEN, DRAWBRIDGE_TOKEN_FILE]");
  });

  it("tells the exit codes", () => {
    expect(help).toContain("Exit codes: 0 well, 1 failed, 2 wrong usage.");
  });

  it("fits a terminal of 120 columns", () => {
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it("leaves out what a connector does not have", () => {
    const bare = helpText({ command: "c", title: "T", description: "D.", examples: [], own: [], standard });
    expect(bare).toContain("Usage\n  c [options]\n");
    expect(bare).not.toContain("Options of this connector");
  });
});
