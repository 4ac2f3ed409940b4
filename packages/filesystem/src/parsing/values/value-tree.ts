import type { OutlineEntry } from "../outline-text.ts";

/** What is shown of a document of values; the rest is counted. */
const deepest = 8;
const mostKeys = 100;
const mostItems = 3;
const mostEntries = 5000;

interface Value {
  /** Undefined for the whole document. */
  readonly name: string | undefined;
  readonly type: string;
  readonly first: number;
  last: number;
  readonly isList: boolean;
  count: number;
  /** Undefined where it lies too deep for its parts to be shown. */
  readonly parts: Value[] | undefined;
}

/**
 * Keeps of a document's values what an outline shows: names, types, counts and lines. It is told of each value in the order
 * in which they stand, so that none is held that is not shown.
 */
export class ValueTree {
  readonly #top: Value[] = [];
  readonly #open: Value[] = [];
  #entries = 0;

  /** A value of no parts. */
  scalar(name: string | undefined, type: string, line: number): void {
    this.#add({ name, type, first: line, last: line, isList: false, count: 0, parts: undefined });
  }

  /** A mapping or a list, whose parts follow. */
  begin(name: string | undefined, type: "object" | "array", line: number): void {
    const parts = this.#open.length < deepest ? [] : undefined;
    const value = { name, type, first: line, last: line, isList: type === "array", count: 0, parts };
    this.#add(value);
    this.#open.push(value);
  }

  /** @param line the last one of the value that was begun last */
  end(line: number): void {
    const value = this.#open.pop();
    if (value !== undefined) value.last = line;
  }

  /** What the next value is called where it has no name of its own: its place in a list. */
  get nextPlace(): string | undefined {
    const list = this.#open.at(-1);
    return list === undefined ? undefined : `[${list.count}]`;
  }

  *entries(): Generator<OutlineEntry> {
    for (const value of this.#top) yield* entriesOf(value, 0);
    if (this.#entries > mostEntries) yield { depth: 0, label: "… the rest is not shown" };
  }

  #add(value: Value): void {
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.count += 1;
    const parts = parent === undefined ? this.#top : parent.parts;
    if (parts === undefined || parts.length >= (parent?.isList ? mostItems : mostKeys)) return;
    this.#entries += 1;
    if (this.#entries <= mostEntries) parts.push(value);
  }
}

function* entriesOf(value: Value, depth: number): Generator<OutlineEntry> {
  const { name, type, first, last, count, isList, parts } = value;
  const counted = isList ? ` of ${count}` : type === "object" ? ` of ${count} ${count === 1 ? "key" : "keys"}` : "";
  yield { depth, lines: [first, last], label: `${name === undefined ? "" : `${name || '""'}: `}${type}${counted}` };
  if (parts === undefined) return;
  for (const part of parts) yield* entriesOf(part, depth + 1);
  if (count > parts.length) yield { depth: depth + 1, label: `… ${count - parts.length} more` };
}
