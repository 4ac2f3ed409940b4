import { parseAddress } from "../files/parse-address.ts";
import type { CodeConnection } from "./code-connection.ts";
import { codeTokens, stringOf } from "./code-tokens.ts";

const longestComponent = 24;
const openers = new Set(["(", "[", "{"]);
const closers = new Set([")", "]", "}"]);

/**
 * What a file of Code Connect connects: `figma.connect(Component, "address")`, and the comments that templates begin with
 * (`// url=…`, `// component=…`, `// source=…`).
 *
 * @param substitutions addresses, or parts of them, by what the project writes in their place
 */
export function connectionsIn(text: string, substitutions: ReadonlyMap<string, string> = new Map()): CodeConnection[] {
  const tokens = codeTokens(text);
  const found = templateIn(text, substitutions);
  for (let index = 0; index + 3 < tokens.length; index += 1) {
    const isCall = tokens[index] === "figma" && tokens[index + 1] === "." && tokens[index + 2] === "connect";
    if (!isCall || tokens[index - 1] === "." || tokens[index + 3] !== "(") continue;
    const connection = connectionAt(tokens, index + 4, substitutions);
    if (connection !== undefined) found.push(connection);
  }
  return found;
}

/** Of the arguments that begin there: a component and an address, or an address alone. */
function connectionAt(
  tokens: readonly string[],
  start: number,
  substitutions: ReadonlyMap<string, string>,
): CodeConnection | undefined {
  const alone = stringOf(tokens[start]);
  if (alone !== undefined) return connection(alone, undefined, undefined, substitutions);
  let depth = 0;
  for (let index = start; index < start + longestComponent; index += 1) {
    const one = tokens[index] ?? "";
    if (one === "," && depth === 0) {
      const component = tokens.slice(start, index).join("");
      const address = stringOf(tokens[index + 1]);
      return address === undefined
        ? undefined
        : connection(address, component, moduleOf(tokens, tokens[start] ?? ""), substitutions);
    }
    if (openers.has(one)) depth += 1;
    if (closers.has(one)) depth -= 1;
    if (depth < 0) return undefined;
  }
  return undefined;
}

function connection(
  written: string,
  component: string | undefined,
  module: string | undefined,
  substitutions: ReadonlyMap<string, string>,
): CodeConnection | undefined {
  let url = written;
  for (const [placeholder, address] of substitutions) url = url.replaceAll(placeholder, address);
  const address = parseAddress(url);
  if ("problem" in address || address.node === undefined) return undefined;
  return { key: address.mainKey ?? address.key, node: address.node, component, module };
}

/** What a name is imported from: the nearest `import` before it that has it among its names. */
function moduleOf(tokens: readonly string[], name: string): string | undefined {
  for (let index = 0; index < tokens.length; index += 1) {
    if (tokens[index] !== "import") continue;
    const from = tokens.indexOf("from", index);
    const module = from < 0 ? undefined : stringOf(tokens[from + 1]);
    if (module !== undefined && tokens.slice(index + 1, from).includes(name)) return module;
  }
  return undefined;
}

function templateIn(text: string, substitutions: ReadonlyMap<string, string>): CodeConnection[] {
  const field = (name: string) => new RegExp(`^//[ \\t]*${name}=(\\S+)`, "m").exec(text.slice(0, 4096))?.[1];
  const url = field("url");
  const found = url === undefined ? undefined : connection(url, field("component"), field("source"), substitutions);
  return found === undefined ? [] : [found];
}
