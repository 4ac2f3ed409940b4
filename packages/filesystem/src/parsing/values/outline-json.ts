import { outlineText } from "../outline-text.ts";
import type { Parser } from "../parsing.ts";
import { textOf } from "../text-of.ts";
import { readJson } from "./read-json.ts";
import { ValueTree } from "./value-tree.ts";

/** The keys of JSON, with types and counts. Comments and commas at the end are taken as they are in configuration files. */
export const outlineJson: Parser = (request) => {
  const tree = new ValueTree();
  readJson(textOf(request), tree);
  return { facts: {}, sections: [{ at: 0, text: outlineText(tree.entries()) }] };
};
