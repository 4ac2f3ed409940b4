import MarkdownIt from "markdown-it";
import { type OutlineEntry, outlineText } from "./outline-text.ts";
import type { Parser } from "./parsing.ts";
import { textOf } from "./text-of.ts";

interface Heading {
  readonly level: number;
  readonly line: number;
  readonly title: string;
}

/** YAML or TOML at the top of a file, the last line of which Markdown would take for the underline of a heading. */
const frontMatter = /^(---|\+\+\+)[ \t]*\r?\n(?:[\s\S]*?\n)?(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** The headings of Markdown, nested by their level, each with the lines of what stands under it. */
export const outlineMarkdown: Parser = (request) => {
  const text = textOf(request);
  const headings = headingsOf(text.replace(frontMatter, (matter) => matter.replace(/[^\n]/g, "")));
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return {
    facts: { total_lines: lines, headings: headings.length },
    sections: [{ at: 0, text: outlineText(entriesOf(headings, lines)) }],
  };
};

/** Blocks are enough: what stands within a heading is shown as it is written. HTML may hold what looks like a heading. */
function headingsOf(text: string): Heading[] {
  const tokens = new MarkdownIt({ html: true }).disable("inline").parse(text, {});
  return tokens.flatMap(({ type, tag, map }, index) =>
    type === "heading_open"
      ? [{ level: Number(tag.slice(1)), line: (map?.[0] ?? 0) + 1, title: tokens[index + 1]?.content ?? "" }]
      : [],
  );
}

function entriesOf(headings: readonly Heading[], lastLine: number): OutlineEntry[] {
  const highest = headings.reduce((least, { level }) => Math.min(least, level), 6);
  /** For each level, the line before the next heading that has it. */
  const ends = new Array<number>(7).fill(lastLine);
  return [...headings]
    .reverse()
    .map(({ level, line, title }) => {
      const end = Math.min(...ends.slice(1, level + 1));
      ends[level] = line - 1;
      return { depth: level - highest, lines: [line, end] as const, label: `${"#".repeat(level)} ${title}` };
    })
    .reverse();
}
