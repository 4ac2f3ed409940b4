import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsedText } from "../../test/stand/parsed-text.ts";

const outline = async (...lines: string[]) => (await parsedText("markdown", lines.join("\n"))).text;

describe("the outline of Markdown", () => {
  it("nests headings by their level, each with the lines of what stands under it", async () => {
    expect(await outline("# One", "", "## Two", "text", "### Three", "## Four", "text", "# Five", "")).toBe(
      "1-7: # One\n  3-5: ## Two\n    5: ### Three\n  6-7: ## Four\n8: # Five\n",
    );
  });

  it("knows underlined headings, and shows titles as they are written", async () => {
    expect(await outline("Title", "=====", "Part `a` *b*", "---")).toBe("1-4: # Title\n  3-4: ## Part `a` *b*\n");
  });

  it.each([
    ["a fence", ["```sh", "# no heading", "```"]],
    ["a fence that never ends", ["~~~", "# no heading"]],
    ["indented code", ["text", "", "    # no heading"]],
    ["a comment", ["<!--", "# no heading", "-->"]],
    ["a word", ["#no-heading", "####### seven"]],
    ["a table", ["| a | b |", "| - | - |", "| # c | d |"]],
    ["front matter", ["---", "title: x", "# no heading", "---"]],
  ])("takes nothing for a heading in %s", async (_, lines) => {
    expect(await outline(...lines)).toBe("");
  });

  it("knows headings behind front matter, with Windows line ends, and in a quotation", async () => {
    expect(await outline("---\r", "title: x\r", "---\r", "# A\r", "> ## B\r")).toBe("4-5: # A\n  5: ## B\n");
  });

  it("keeps to the lines that there are, whatever the text", async () => {
    const line = fc.oneof(
      fc.constantFrom("# a", "## b", "```", "---", "===", "> # c", "- # d", "", "<!--"),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line), async (lines) => {
        const text = lines.join("\n");
        const { facts, text: shown } = await parsedText("markdown", text.replaceAll("\0", ""));
        const entries = shown.split("\n").filter((entry) => entry !== "");
        expect(entries).toHaveLength(Number(facts.headings));
        for (const entry of entries) {
          const [, first, last] = /^ *(\d+)(?:-(\d+))?: #/.exec(entry) ?? [];
          expect(Number(first)).toBeLessThanOrEqual(Number(last ?? first));
          expect(Number(last ?? first)).toBeLessThanOrEqual(Number(facts.total_lines));
        }
      }),
      { numRuns: 300 },
    );
  });
});
