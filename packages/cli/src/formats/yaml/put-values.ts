import { Document, isCollection, isNode, isScalar, type Node, type YAMLMap } from "yaml";
import { lineEndOf, linesOf } from "./block-lines.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with values of a mapping changed, put behind its others, or, where they are undefined, taken out. No other line is
 * touched. Undefined where the mapping is not written in blocks.
 */
export function putValues(text: string, map: YAMLMap, values: ReadonlyMap<string, unknown>): string | undefined {
  const eol = lineEndOf(text);
  const edits: Edit[] = [];
  for (const [key, value] of values) {
    const edit = editFor(text, map, key, value);
    if (edit === undefined) return undefined;
    edits.push({ ...edit, text: edit.text.replaceAll("\n", eol) });
  }
  // From the end, so that what stands before keeps its place; of those at one place the later key comes last.
  edits.reverse().sort((one, other) => other.start - one.start);
  return edits.reduce((all, { start, end, text: young }) => `${all.slice(0, start)}${young}${all.slice(end)}`, text);
}

function editFor(text: string, map: YAMLMap, key: string, value: unknown): Edit | undefined {
  const [first] = map.items;
  const column = columnOf(text, startOf(first?.key));
  if (map.flow === true || column === undefined) return undefined;
  const pair = map.items.find((each) => isScalar(each.key) && each.key.value === key);
  const [start, end] = [startOf(pair?.key), endOf(pair?.value)];
  if (pair === undefined) return value === undefined ? nothing : behind(text, map, written(key, value, column, false));
  if (start === undefined || end === undefined) return undefined;
  if (value === undefined) return pair === first ? undefined : withoutLines(text, start, end);
  const isFlow = isCollection(pair.value) && pair.value.flow === true;
  const last = start + text.slice(start, end).trimEnd().length;
  return { start, end: last, text: written(key, value, column, isFlow) };
}

const nothing: Edit = { start: 0, end: 0, text: "" };

function behind(text: string, map: YAMLMap, lines: string): Edit {
  const [start = 0, end = 0] = map.range ?? [];
  const [lineStart, place] = linesOf(text, [start, end]);
  const column = columnOf(text, startOf(map.items[0]?.key)) ?? 0;
  const isOpen = !text.slice(lineStart, place).endsWith("\n");
  return { start: place, end: place, text: `${isOpen ? "\n" : ""}${" ".repeat(column)}${lines}\n` };
}

function withoutLines(text: string, start: number, end: number): Edit {
  const [from, to] = linesOf(text, [start, end]);
  return { start: from, end: to, text: "" };
}

/** Its lines, all but the first indented. */
function written(key: string, value: unknown, column: number, isFlow: boolean): string {
  const document = new Document({ [key]: value });
  const node = document.get(key, true) as unknown;
  if (isFlow && isCollection(node)) node.flow = true;
  const lines = document.toString({ lineWidth: 0 }).trimEnd().split("\n");
  return lines.map((line, index) => (index === 0 || line === "" ? line : `${" ".repeat(column)}${line}`)).join("\n");
}

function columnOf(text: string, place: number | undefined): number | undefined {
  return place === undefined ? undefined : place - (text.lastIndexOf("\n", place - 1) + 1);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

function endOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[1] : undefined;
}
