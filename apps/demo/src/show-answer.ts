import type { CallToolResult } from "@modelcontextprotocol/client";
import { paint } from "./paint.ts";

const mostLines = 12;

/** Columns of a header, which lists more than a person watching wants to read. */
const widest = 92;

interface Entry {
  readonly path: string;
  readonly type: string;
  readonly size?: number;
}

interface Structured {
  readonly entries?: Entry[];
  readonly matches?: Entry[];
  readonly files?: Edited[];
  readonly paths?: string[];
}

interface Edited {
  readonly path: string;
  readonly diff: string;
}

/** An answer as a person wants to see it: a listing as a list, a text as it is, an edit as its difference, a refusal in its own words. */
export function showAnswer(result: CallToolResult): string {
  const text = result.content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n");
  if (result.isError === true) return indent(paint.red(wrap(text)));
  const { entries, matches, files, paths } = (result.structuredContent ?? {}) as Structured;
  if (files !== undefined) return indent(files.map(showEdited).join("\n"));
  if (paths !== undefined) return indent(paths.map((path) => `${path} is as it was`).join("\n"));
  const listed = entries ?? matches;
  return indent(listed === undefined ? shorten(text) : listed.map(showEntry).join("\n"));
}

function showEntry({ path, type, size }: Entry): string {
  return type === "directory" ? `${path}/` : `${path.padEnd(32)} ${paint.dim(`${size} bytes`)}`;
}

function showEdited({ path, diff }: Edited): string {
  const lines = diff.trimEnd().split("\n");
  return [
    path,
    ...lines.map((line) =>
      line.startsWith("-") ? paint.red(line) : line.startsWith("+") ? paint.green(line) : paint.dim(line),
    ),
  ].join("\n");
}

function shorten(text: string): string {
  const lines = text.split("\n").flatMap((line) => {
    if (line.startsWith("[path: ")) return [paint.dim(line.length > widest ? `${line.slice(0, widest)} … ]` : line)];
    return line === "" ? [] : [line];
  });
  const left = lines.length - mostLines;
  return left <= 1 ? lines.join("\n") : [...lines.slice(0, mostLines), paint.dim(`… ${left} more lines`)].join("\n");
}

function wrap(text: string): string {
  return text.replace(/(.{60,90}) /g, "$1\n");
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, "    ");
}
