import { type AST, getStaticTOMLValue, parseTOML } from "toml-eslint-parser";
import type { EnvironmentValue, ServerEntry } from "../../entries/server-entry.ts";
import type { Format } from "../format.ts";
import { FormatError } from "../format-error.ts";
import { tomlKey, tomlValue } from "./toml-value.ts";

const servers = "mcp_servers";

/** TOML as Codex has it: a table for each server. Only the lines of a server are touched. */
export const tomlFormat: Format = {
  names: (text) => Object.keys(serversIn(parsed(text))),
  read(text) {
    const entries = Object.entries(serversIn(parsed(text))).flatMap(([name, value]) => {
      const entry = entryOf(value);
      return entry === undefined ? [] : [[name, entry] as const];
    });
    return new Map(entries);
  },
  put(text, name, entry) {
    const found = serversIn(parsed(text));
    if (!Object.hasOwn(found, name)) return checkedBehind(text, appended(text, name, valuesOf(entry)));
    const replaced = entryOf(found[name]);
    // It is reached over HTTP: Codex reads no file in which a server has both.
    if (replaced === undefined) return tomlFormat.put(tomlFormat.take(text, name), name, entry);
    const before = valuesOf(replaced);
    const changed = [...valuesOf(entry)].filter(([key, value]) => before.get(key) !== value);
    const isEnvChanged = changed.some(([key]) => key === "env");
    const without = withoutTables(text, ([, server, part]) => isEnvChanged && server === name && part === "env");
    return checked(changed.reduce((all, [key, value]) => withValue(all, name, key, value), without));
  },
  take(text, name) {
    if (!Object.hasOwn(serversIn(parsed(text)), name)) return text;
    const without = withoutTables(text, ([, server]) => server === name);
    if (Object.hasOwn(serversIn(parsed(without)), name)) throw new FormatError(elsewhere(name));
    return without;
  },
};

/** What Codex is to know of an entry; undefined for what it must not have. It passes on variables by their own names. */
function valuesOf({ command, args, env }: ServerEntry): ReadonlyMap<string, string | undefined> {
  const texts = Object.entries(env).flatMap(([key, value]) =>
    "text" in value ? [`${tomlKey(key)} = ${tomlValue(value.text)}`] : [],
  );
  const passed = Object.values(env).flatMap((value) => ("variable" in value ? [value.variable] : []));
  return new Map([
    ["command", tomlValue(command)],
    ["args", tomlValue(args)],
    ["env", texts.length === 0 ? undefined : `{ ${texts.join(", ")} }`],
    ["env_vars", passed.length === 0 ? undefined : tomlValue(passed)],
  ]);
}

function appended(text: string, name: string, values: ReadonlyMap<string, string | undefined>): string {
  const end = lineEnd(text);
  const lines = [...values].flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${value}`]));
  const before = text.trim() === "" ? "" : `${text.replace(/\s+$/, "")}${end}${end}`;
  return `${before}[${servers}.${tomlKey(name)}]${end}${lines.join(end)}${end}`;
}

function withValue(text: string, name: string, key: string, value: string | undefined): string {
  const table = tablesIn(text).find(
    ({ resolvedKey: [first, second, ...rest] }) => first === servers && second === name && rest.length === 0,
  );
  if (table === undefined) throw new FormatError(elsewhere(name));
  const found = table.body.find(({ key: { keys } }) => keys.length === 1 && nameOf(keys[0]) === key);
  const end = lineEnd(text);
  if (found === undefined) {
    if (value === undefined) return text;
    const last = table.body.at(-1)?.range[1] ?? table.key.range[1] + 1;
    // Behind a comment on that line, which stays with what it is of.
    const place = last + (/^[^\r\n]*/.exec(text.slice(last))?.[0].length ?? 0);
    return `${text.slice(0, place)}${end}${key} = ${value}${text.slice(place)}`;
  }
  if (value !== undefined) return `${text.slice(0, found.value.range[0])}${value}${text.slice(found.value.range[1])}`;
  return cut(text, found.range);
}

function withoutTables(text: string, isGone: (key: readonly unknown[]) => boolean): string {
  const gone = tablesIn(text).filter(({ resolvedKey }) => resolvedKey[0] === servers && isGone(resolvedKey));
  return gone.reverse().reduce((changed, { range }) => cut(changed, range), text);
}

/** Takes whole lines out, with the blank ones before them. */
function cut(text: string, [start, end]: AST.Range): string {
  const rest = text.slice(end);
  const line = /^[^\n]*(?:\n|$)/.exec(rest)?.[0] ?? "";
  const before = text.slice(0, start);
  return `${before.replace(/(\r?\n)(?:[ \t]*\r?\n)+$/, "$1")}${rest.slice(line.length)}`;
}

function tablesIn(text: string): AST.TOMLTable[] {
  return parsed(text).body[0].body.filter((node): node is AST.TOMLTable => node.type === "TOMLTable");
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted | undefined): string | undefined {
  return key?.type === "TOMLBare" ? key.name : key?.value;
}

function parsed(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
  } catch (error) {
    const { message, lineNumber } = error as Error & { lineNumber?: number };
    throw new FormatError(`it is not valid TOML (${message.toLowerCase()})`, lineNumber);
  }
}

/** What was written must be read as it was meant. */
function checked(text: string): string {
  parsed(text);
  return text;
}

/** Behind servers that stand in one value there can be no table of another one. */
function checkedBehind(before: string, after: string): string {
  try {
    return checked(after);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const line = before.split("\n").findIndex((each) => each.includes(servers)) + 1;
    throw new FormatError(`"${servers}" is one value: make each server in it a table, [${servers}.<name>]`, line);
  }
}

function serversIn(program: AST.TOMLProgram): Record<string, unknown> {
  const found = (getStaticTOMLValue(program) as Record<string, unknown>)[servers];
  if (found === undefined) return {};
  if (typeof found === "object" && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
  throw new FormatError(`"${servers}" is no table, in which servers stand by their names`);
}

function entryOf(value: unknown): ServerEntry | undefined {
  const { command, args, env, env_vars: passed } = value as Record<string, unknown>;
  if (typeof command !== "string") return undefined;
  const values: Record<string, EnvironmentValue> = {};
  for (const [key, text] of Object.entries((env ?? {}) as Record<string, unknown>))
    values[key] = { text: String(text) };
  for (const variable of Array.isArray(passed) ? passed : [])
    if (typeof variable === "string") values[variable] = { variable };
  return { command, args: Array.isArray(args) ? args.map(String) : [], env: values };
}

function elsewhere(name: string): string {
  return `the server "${name}" does not stand in a table of its own, [${servers}.${tomlKey(name)}]: change it by hand`;
}

function lineEnd(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
