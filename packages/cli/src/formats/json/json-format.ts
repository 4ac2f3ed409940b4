import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { EnvironmentValue, ServerEntry } from "../../entries/server-entry.ts";
import type { Format } from "../format.ts";
import { FormatError } from "../format-error.ts";
import { lineAt } from "../line-at.ts";
import { type References, readValue, writeValue } from "../references.ts";
import { putProperty } from "./put-property.ts";
import { takeProperty } from "./take-property.ts";

interface JsonFormatSettings {
  /** Where the servers stand: the key of the object that has them by their names. */
  readonly servers: string;
  /** What an entry has beside command, args and env. */
  readonly also?: Readonly<Record<string, string>>;
  /** Undefined where the host knows none. */
  readonly references: References | undefined;
}

/** JSON, with comments and trailing commas, as hosts take it; an edit keeps both, and the layout. */
export function jsonFormat({ servers, also = {}, references }: JsonFormatSettings): Format {
  const listed = (text: string) => objectIn(parsed(text), servers);
  return {
    names: (text) => Object.keys(listed(text)),
    read(text) {
      const entries = Object.entries(listed(text)).flatMap(([name, value]) => {
        const entry = entryOf(value, references);
        return entry === undefined ? [] : [[name, entry] as const];
      });
      return new Map(entries);
    },
    put(text, name, entry) {
      assertOnce(text, servers, name);
      const env = Object.entries(entry.env).map(([key, value]) => [key, writeValue(value, references)] as const);
      const wanted = {
        ...also,
        command: entry.command,
        args: entry.args,
        ...(env.length > 0 && { env: Object.fromEntries(env) }),
      };
      const before = listed(text)[name];
      // Of one that is reached over HTTP nothing would hold for this.
      if (!isObject(before) || typeof before.command !== "string") return withProperty(text, [servers], name, wanted);
      // Key by key, so that what the person or the host wrote beside them stays.
      const changed = Object.entries(wanted).filter(([key, value]) => !same(before[key], value));
      const put = changed.reduce((all, [key, value]) => withProperty(all, [servers, name], key, value), text);
      return "env" in before && env.length === 0 ? takeProperty(put, objectAt(put, [servers, name]), "env") : put;
    },
    take(text, name) {
      assertOnce(text, servers, name);
      return Object.hasOwn(listed(text), name) ? takeProperty(text, objectAt(text, [servers]), name) : text;
    },
  };
}

/** What is not there of the path is made. */
function withProperty(text: string, path: readonly string[], key: string, value: unknown): string {
  const start = text.trim() === "" ? "{}\n" : text;
  const [first = "", ...rest] = path;
  if (path.length === 0) return putProperty(start, objectAt(start, []), key, value);
  if (path.length === 1 && !(first in parsed(start))) return withProperty(start, [], first, { [key]: value });
  return putProperty(start, objectAt(start, [first, ...rest]), key, value);
}

/** Of what stands there twice a host reads one: throws `FormatError`, since an edit of the other would have no effect. */
function assertOnce(text: string, ...path: readonly string[]): void {
  let object = text.trim() === "" ? undefined : treeOf(text, []);
  for (const key of path) {
    const same = object?.children?.filter(({ children }) => children?.[0]?.value === key) ?? [];
    const [first, second] = same;
    if (second !== undefined)
      throw new FormatError(`"${key}" stands there twice, and hosts read one of the two`, lineAt(text, second.offset));
    object = first?.children?.[1];
  }
}

function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) throw new FormatError("it is nested too deeply");
    throw error;
  }
}

function objectAt(text: string, path: readonly string[]): Node {
  const tree = treeOf(text, []);
  const node = tree === undefined ? undefined : findNodeAtLocation(tree, [...path]);
  if (node?.type !== "object") throw new FormatError(`there is no object ${path.join(".")}`);
  return node;
}

function parsed(text: string): Record<string, unknown> {
  if (text.trim() === "") return {};
  const errors: ParseError[] = [];
  const tree = treeOf(text, errors);
  const [first] = errors;
  if (first !== undefined) {
    const words = printParseErrorCode(first.error).replace(
      /([a-z])([A-Z])/g,
      (_, a: string, b: string) => `${a} ${b.toLowerCase()}`,
    );
    throw new FormatError(`it is not valid JSON (${words.toLowerCase()})`, lineAt(text, first.offset));
  }
  const value: unknown = tree === undefined ? undefined : getNodeValue(tree);
  if (isObject(value)) return value;
  throw new FormatError("it holds no JSON object", 1);
}

function objectIn(value: Record<string, unknown>, key: string): Record<string, unknown> {
  const found = value[key];
  if (found === undefined) return {};
  if (isObject(found)) return found;
  throw new FormatError(`"${key}" is no object, where servers stand by their names`);
}

function entryOf(value: unknown, references: References | undefined): ServerEntry | undefined {
  if (!isObject(value) || typeof value.command !== "string") return undefined;
  const env: Record<string, EnvironmentValue> = {};
  for (const [key, text] of Object.entries(isObject(value.env) ? value.env : {}))
    env[key] = readValue(String(text), references);
  return { command: value.command, args: Array.isArray(value.args) ? value.args.map(String) : [], env };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
