import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import treeSitter, { type Node } from "@vscode/tree-sitter-wasm";

/** Parses code with one of the grammars that travel with the package. */
export async function parseCode(text: string, grammarFile: string): Promise<Node> {
  const { Language, Parser } = treeSitter;
  const folder = grammarFolder();
  await Parser.init({ locateFile: (name) => join(folder, name) });
  const parser = new Parser().setLanguage(await Language.load(readFileSync(join(folder, grammarFile))));
  const tree = parser.parse(text);
  if (tree === null) throw new Error("the parser gave up");
  return tree.rootNode;
}

/** They lie beside the bundled thread; where it is not bundled, in the package that they come from. */
function grammarFolder(): string {
  const beside = dirname(fileURLToPath(import.meta.url));
  if (existsSync(join(beside, "tree-sitter.wasm"))) return beside;
  return dirname(createRequire(import.meta.url).resolve("@vscode/tree-sitter-wasm"));
}
