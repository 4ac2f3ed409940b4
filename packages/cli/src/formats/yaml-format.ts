import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { EnvironmentValue, ServerEntry } from "../entries/server-entry.ts";
import type { Format } from "./format.ts";
import { FormatError } from "./format-error.ts";
import { type References, readValue, writeValue } from "./references.ts";

const servers = "mcpServers";

/** YAML as Continue has it: a list of servers, each with its name. Comments and order stay; the document is laid out anew. */
export function yamlFormat(references: References, head: Readonly<Record<string, string>>): Format {
  return {
    names: (text) => itemsOf(parsed(text)).map(({ name }) => name),
    read(text) {
      const entries = itemsOf(parsed(text)).flatMap(({ name, item }) => {
        const entry = entryOf(item, references);
        return entry === undefined ? [] : [[name, entry] as const];
      });
      return new Map(entries);
    },
    put(text, name, entry) {
      const document = parsed(text);
      if (document.contents === null) document.contents = document.createNode(head) as never;
      const before = itemsOf(document).find((item) => item.name === name)?.item;
      const env = Object.fromEntries(
        Object.entries(entry.env).map(([key, value]) => [key, writeValue(value, references)]),
      );
      const item = before ?? (document.createNode({ name }) as YAMLMap);
      item.set("command", entry.command);
      item.set("args", document.createNode(entry.args));
      if (Object.keys(env).length > 0) item.set("env", document.createNode(env));
      else item.delete("env");
      if (before === undefined) listIn(document).add(item);
      return written(document, text);
    },
    take(text, name) {
      const document = parsed(text);
      const items = itemsOf(document);
      const index = items.findIndex((item) => item.name === name);
      if (index === -1) return text;
      if (items.length === 1) document.delete(servers);
      else document.deleteIn([servers, index]);
      return written(document, text);
    },
  };
}

function parsed(text: string): Document.Parsed {
  const document = parseDocument(text, { keepSourceTokens: true });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new FormatError(
      `it is not valid YAML (${error.message.split("\n")[0]?.replace(/ at line.*$/, "")})`,
      error.linePos?.[0].line,
    );
  }
  if (document.contents !== null && !isMap(document.contents)) throw new FormatError("it holds no YAML mapping", 1);
  return document;
}

function itemsOf(document: Document): Array<{ name: string; item: YAMLMap }> {
  const list = document.get(servers);
  if (list === undefined || list === null) return [];
  if (!isSeq(list)) throw new FormatError(`"${servers}" is no list, in which servers stand`);
  return list.items.map((item) => {
    const name = isMap(item) ? item.get("name") : undefined;
    if (!isMap(item) || typeof name !== "string") throw new FormatError(`"${servers}" has an item without a name`);
    return { name, item };
  });
}

function listIn(document: Document): YAMLSeq {
  const list = document.get(servers);
  if (isSeq(list)) return list;
  const made = document.createNode([]) as YAMLSeq;
  document.set(servers, made);
  return made;
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

/** As wide as it was: long lines are not folded. */
function written(document: Document, before: string): string {
  const text = document.toString({ lineWidth: 0 });
  return before.includes("\r\n") ? text.replace(/\r?\n/g, "\r\n") : text;
}
