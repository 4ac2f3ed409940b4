import { readFileSync } from "node:fs";
import treeSitter, { type Node } from "@vscode/tree-sitter-wasm";
import { carriedFile } from "../carried-file.ts";

const grammarFile = (name: string) => carriedFile("@vscode/tree-sitter-wasm", `wasm/${name}`);

/** Parses code with one of the grammars that travel with the package. */
export async function parseCode(text: string, grammar: string): Promise<Node> {
  const { Language, Parser } = treeSitter;
  await Parser.init({ locateFile: grammarFile });
  const parser = new Parser().setLanguage(await Language.load(readFileSync(grammarFile(grammar))));
  const tree = parser.parse(text);
  if (tree === null) throw new Error("the parser gave up");
  return tree.rootNode;
}
