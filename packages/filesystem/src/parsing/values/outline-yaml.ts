import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseAllDocuments } from "yaml";
import { DocumentError } from "../document-error.ts";
import { outlineText } from "../outline-text.ts";
import type { Parser } from "../parsing.ts";
import { textOf } from "../text-of.ts";
import { ValueTree } from "./value-tree.ts";

/** The keys of YAML, with types and counts, of each document in the file. Aliases are named and never followed. */
export const outlineYaml: Parser = (request) => {
  const counter = new LineCounter();
  // To look for keys that stand twice takes time by the square of their number.
  const documents = parseAllDocuments(textOf(request), { lineCounter: counter, uniqueKeys: false, logLevel: "silent" });
  const tree = new ValueTree();
  const lineOf = (offset: number) => counter.linePos(offset).line;
  for (const [index, { errors, contents }] of documents.entries()) {
    if (errors[0] !== undefined) throw broken(errors[0].message);
    addNode(tree, documents.length > 1 ? `document ${index + 1}` : undefined, contents, lineOf);
  }
  return {
    facts: documents.length > 1 ? { documents: documents.length } : {},
    sections: [{ at: 0, text: outlineText(tree.entries()) }],
  };
};

type LineOf = (offset: number) => number;

/** @param key the node before this one that belongs to it */
function addNode(
  tree: ValueTree,
  name: string | undefined,
  node: Node | null,
  lineOf: LineOf,
  key: Node | null = node,
): void {
  const first = lineOf(key?.range?.[0] ?? 0);
  if (isMap<Node, Node | null>(node)) {
    tree.begin(name, "object", first);
    for (const pair of node.items) addNode(tree, keyOf(pair), pair.value, lineOf, pair.key);
  } else if (isSeq<Node>(node)) {
    tree.begin(name, "array", first);
    for (const item of node.items) addNode(tree, tree.nextPlace, item, lineOf);
  } else {
    tree.scalar(name, typeOf(node), first);
    return;
  }
  // It ends before the newline, where it has one.
  const [start = 0, end = 0] = node.range ?? [];
  tree.end(lineOf(Math.max(start, end - 1)));
}

function keyOf({ key }: Pair<Node, unknown>): string {
  return isScalar(key) ? `${key.value}` : isAlias(key) ? `*${key.source}` : "(a key of several values)";
}

function typeOf(node: Node | null): string {
  if (isAlias(node)) return `*${node.source}`;
  const value = isScalar(node) ? node.value : null;
  return value === null ? "null" : typeof value;
}

function broken(message: string): DocumentError {
  const reason = message
    .split("\n", 1)[0]
    ?.replace(/:$/, "")
    .replace(/^Maximum call stack.*exceeded/, "it is nested too deep");
  return new DocumentError("invalid_input", `The YAML is broken: ${reason}. fs_read shows it as text.`);
}
