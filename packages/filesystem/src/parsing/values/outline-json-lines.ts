import { outlineText } from "../outline-text.ts";
import type { Parser } from "../parsing.ts";
import { textOf } from "../text-of.ts";
import { readJson } from "./read-json.ts";
import { ValueTree } from "./value-tree.ts";

/** Of a file with a JSON value on each line, the keys of the first one; the others are counted. */
export const outlineJsonLines: Parser = (request) => {
  const lines = textOf(request).split("\n");
  const isValue = (line: string) => line.trim() !== "";
  const tree = new ValueTree();
  const first = lines.findIndex(isValue);
  if (first >= 0) readJson(lines[first] as string, tree, first + 1);
  return {
    facts: { records: lines.filter(isValue).length },
    sections: [{ at: 0, text: outlineText(tree.entries()) }],
  };
};
