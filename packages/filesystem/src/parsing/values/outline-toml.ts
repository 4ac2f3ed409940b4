import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import { DocumentError } from "../document-error.ts";
import { outlineText } from "../outline-text.ts";
import type { Parser } from "../parsing.ts";
import { textOf } from "../text-of.ts";
import { ValueTree } from "./value-tree.ts";

/** The tables of TOML in the order in which they stand, each with its keys, types and counts. */
export const outlineToml: Parser = (request) => {
  const tree = new ValueTree();
  const { body, loc } = parsed(textOf(request));
  tree.begin(undefined, "object", 1);
  for (const entry of body.flatMap((top) => top.body)) {
    if (entry.type === "TOMLTable") addTable(tree, entry);
    else addPair(tree, entry);
  }
  tree.end(loc.end.line);
  return { facts: {}, sections: [{ at: 0, text: outlineText(tree.entries()) }] };
};

function addTable(tree: ValueTree, { kind, key, body, loc }: AST.TOMLTable): void {
  const name = nameOf(key);
  tree.begin(kind === "array" ? `[[${name}]]` : `[${name}]`, "object", loc.start.line);
  for (const pair of body) addPair(tree, pair);
  tree.end(loc.end.line);
}

function addPair(tree: ValueTree, { key, value }: AST.TOMLKeyValue): void {
  addValue(tree, nameOf(key), value, key.loc.start.line);
}

function addValue(tree: ValueTree, name: string | undefined, node: AST.TOMLContentNode, line: number): void {
  if (node.type === "TOMLValue") {
    tree.scalar(name, typeOf(node), line);
    return;
  }
  tree.begin(name, node.type === "TOMLArray" ? "array" : "object", line);
  if (node.type === "TOMLArray")
    for (const item of node.elements) addValue(tree, tree.nextPlace, item, item.loc.start.line);
  else for (const pair of node.body) addPair(tree, pair);
  tree.end(node.loc.end.line);
}

function nameOf({ keys }: AST.TOMLKey): string {
  return keys.map((key) => (key.type === "TOMLBare" ? key.name : JSON.stringify(key.value))).join(".");
}

function typeOf({ kind }: AST.TOMLValue): string {
  return kind === "integer" || kind === "float" ? "number" : kind;
}

function parsed(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const { message, lineNumber } = error;
    throw new DocumentError(
      "invalid_input",
      `The TOML is broken in line ${lineNumber}: ${message.replace(/\.$/, "")}. fs_read shows it as text.`,
    );
  }
}
