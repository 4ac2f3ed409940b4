import { fileProblem } from "./file-problem.ts";

/** A part of a file: front matter, and the SQL up to the next. */
export interface FileBlock {
  readonly yaml: string;
  /** Of the first line of `yaml`. */
  readonly yamlLine: number;
  readonly sql: string;
  /** Of the first line of `sql`. */
  readonly sqlLine: number;
}

/** What opens and closes front matter, each on a line of its own: to SQL a comment. */
const [opens, closes] = [/^\/\*---\s*$/, /^---\*\/\s*$/];

/** Cuts a file at its front matter. What comes before the first is a block without any, which holds nothing but comments. */
export function splitBlocks(text: string, file: string): [head: string, blocks: FileBlock[]] {
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (opens.test(line) ? [index] : []));
  const blocks = starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const close = lines.findIndex((line, at) => at > start && at < end && closes.test(line));
    if (close < 0) {
      throw fileProblem({ file, line: start + 1 }, "front matter is not closed; end it with a line that holds ---*/");
    }
    return {
      yaml: lines.slice(start + 1, close).join("\n"),
      yamlLine: start + 2,
      sql: lines.slice(close + 1, end).join("\n"),
      sqlLine: close + 2,
    };
  });
  return [lines.slice(0, starts[0] ?? lines.length).join("\n"), blocks];
}
