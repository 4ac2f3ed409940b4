import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Range,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { EnvironmentValue, ServerEntry } from "../../entries/server-entry.ts";
import type { Format } from "../format.ts";
import { FormatError } from "../format-error.ts";
import { type References, readValue, writeValue } from "../references.ts";
import { lineEndOf, linesOf, putFirst, putItem, putLines } from "./block-lines.ts";
import { putValues } from "./put-values.ts";

const servers = "mcpServers";

/**
 * YAML as Continue has it: a list of servers, each with its name. Where it is written in blocks, as everybody does, only the
 * lines of a server are touched; where it is in brackets, the whole is laid out anew.
 *
 * @param head what a new file begins with
 */
export function yamlFormat(references: References, head: Readonly<Record<string, string>>): Format {
  const format: Format = {
    names: (text) => itemsOf(parsed(text)).map(({ name }) => name),
    read: (text) => entriesIn(text, references),
    put(text, name, entry) {
      const env = Object.fromEntries(
        Object.entries(entry.env).map(([key, value]) => [key, writeValue(value, references)]),
      );
      const values = { command: entry.command, args: entry.args, ...(Object.keys(env).length > 0 && { env }) };
      const start = parsed(text).contents === null ? `${text}${stringify(head)}` : text;
      const found = itemsOf(parsed(start)).find((item) => item.name === name)?.item;
      // Of one that is reached over HTTP nothing would hold for this.
      if (found?.has("command") === false) return format.put(format.take(text, name), name, entry);
      if (found !== undefined)
        return asMeant(inLines(start, found, values), () =>
          laidOut(start, (document) => setIn(document, name, values)),
        );
      return asMeant(inBlocks(start, { name, ...values }), () =>
        laidOut(start, (document) => add(document, { name, ...values })),
      );
    },
    take(text, name) {
      const document = parsed(text);
      const items = itemsOf(document);
      const item = items.find((each) => each.name === name)?.item;
      if (item === undefined) return text;
      const list = document.get(servers, true) as unknown as YAMLSeq;
      if (list.flow === true || item.flow === true) return laidOut(text, (young) => remove(young, name));
      const [start] = linesOf(text, items.length === 1 ? keyRange(document) : rangeOf(item));
      const [, end] = linesOf(text, rangeOf(item));
      return checkedWithout(`${text.slice(0, start)}${text.slice(end)}`, text, name, references);
    },
  };
  return format;
}

/** The text with one more item behind the others; undefined where they are not written in blocks. */
function inBlocks(text: string, item: object): string | undefined {
  const document = parsed(text);
  if ((document.contents as YAMLMap).flow === true) return undefined;
  const list = document.get(servers, true) as unknown;
  if (list === undefined) return putLines(text, stringify({ [servers]: [item] }, { lineWidth: 0 }));
  if (isEmpty(list)) return putFirst(text, list.range, stringify([item], { lineWidth: 0 }));
  const last = isSeq(list) && list.flow !== true ? list.items.at(-1) : undefined;
  return isMap(last) ? putItem(text, rangeOf(last), stringify([item], { lineWidth: 0 })) : undefined;
}

/** A key without a value, or an empty list in brackets. */
function isEmpty(list: unknown): list is Node & { range: Range } {
  return (isScalar(list) && list.value === null) || (isSeq(list) && list.items.length === 0);
}

/** The text with a server's values changed, where they stand on lines of their own; those that are as they were are left. */
function inLines(text: string, item: YAMLMap, values: Readonly<Record<string, unknown>>): string | undefined {
  const wanted = new Map(["command", "args", "env"].map((key) => [key, values[key]]));
  const before = item.toJSON() as Record<string, unknown>;
  for (const [key, value] of wanted) if (JSON.stringify(before[key]) === JSON.stringify(value)) wanted.delete(key);
  return putValues(text, item, wanted);
}

/** The lines, where they are read as the whole laid out anew would be; else that. */
function asMeant(lines: string | undefined, laidOutAnew: () => string): string {
  const whole = laidOutAnew();
  return lines !== undefined && meaningOf(lines) === meaningOf(whole) ? lines : whole;
}

function meaningOf(text: string): string | undefined {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : JSON.stringify(document.toJS());
}

/** Whatever the lines were, what was written has to be read as it was meant. */
function checkedWithout(after: string, before: string, name: string, references: References): string {
  const wanted = [...entriesIn(before, references)].filter(([key]) => key !== name);
  const isRight = JSON.stringify([...entriesIn(after, references)]) === JSON.stringify(wanted);
  return isRight ? after : laidOut(before, (document) => remove(document, name));
}

function laidOut(text: string, edit: (document: Document) => void): string {
  const document = parsed(text);
  edit(document);
  const written = document.toString({ lineWidth: 0 });
  return lineEndOf(text) === "\r\n" ? written.replace(/\r?\n/g, "\r\n") : written;
}

function setIn(
  document: Document,
  name: string,
  { env, ...values }: { readonly env?: object; readonly command: string },
): void {
  const item = itemsOf(document).find((each) => each.name === name)?.item;
  for (const [key, value] of Object.entries(values)) item?.set(key, document.createNode(value));
  if (env === undefined) item?.delete("env");
  else item?.set("env", document.createNode(env));
}

function add(document: Document, item: object): void {
  const list = document.get(servers);
  if (isSeq(list)) list.add(document.createNode(item));
  else document.set(servers, document.createNode([item]));
}

function remove(document: Document, name: string): void {
  const items = itemsOf(document);
  if (items.length === 1) document.delete(servers);
  else document.deleteIn([servers, items.findIndex((item) => item.name === name)]);
}

function parsed(text: string): Document.Parsed {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    const words = error.message.split("\n")[0]?.replace(/ at line.*$/, "");
    throw new FormatError(`it is not valid YAML (${words})`, error.linePos?.[0].line);
  }
  if (document.contents !== null && !isMap(document.contents)) throw new FormatError("it holds no YAML mapping", 1);
  return document;
}

function itemsOf(document: Document): Array<{ name: string; item: YAMLMap }> {
  const list = document.get(servers);
  if (list === undefined || list === null) return [];
  if (!isSeq(list)) throw new FormatError(`"${servers}" is no list, in which servers stand`);
  return list.items.flatMap((item) => {
    const name = isMap(item) ? item.get("name") : undefined;
    // Others are references to what stands elsewhere (`uses:`).
    return isMap(item) && typeof name === "string" ? [{ name, item }] : [];
  });
}

function entriesIn(text: string, references: References): Map<string, ServerEntry> {
  const entries = itemsOf(parsed(text)).flatMap(({ name, item }) => {
    const entry = entryOf(item, references);
    return entry === undefined ? [] : [[name, entry] as const];
  });
  return new Map(entries);
}

function entryOf(item: YAMLMap, references: References): ServerEntry | undefined {
  const command = item.get("command");
  if (typeof command !== "string") return undefined;
  const [args, env] = [item.get("args"), item.get("env")];
  const values: Record<string, EnvironmentValue> = {};
  if (isMap(env)) for (const { key, value } of env.items) values[textIn(key)] = readValue(textIn(value), references);
  return { command, args: isSeq(args) ? args.items.map(textIn) : [], env: values };
}

function textIn(node: unknown): string {
  return String(isScalar(node) ? node.value : node);
}

function rangeOf(node: YAMLMap): readonly [start: number, end: number] {
  const [start = 0, end = 0] = node.range ?? [];
  return [start, end];
}

function keyRange(document: Document.Parsed): readonly [start: number, end: number] {
  const pair = (document.contents as unknown as YAMLMap).items.find(
    ({ key }) => isScalar(key) && key.value === servers,
  );
  const [start = 0, end = 0] = (isScalar(pair?.key) && pair.key.range) || [];
  return [start, end];
}
