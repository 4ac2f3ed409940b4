import { type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import { DocumentError } from "../document-error.ts";
import type { ValueTree } from "./value-tree.ts";

/** Tells a tree of the values of a JSON text. Throws for one that is broken, and says where. */
export function readJson(text: string, tree: ValueTree, firstLine = 1): void {
  let name: string | undefined;
  const take = () => {
    const taken = name ?? tree.nextPlace;
    name = undefined;
    return taken;
  };
  visit(
    text,
    {
      onObjectProperty: (key) => {
        name = key;
      },
      onObjectBegin: (_offset, _length, line) => tree.begin(take(), "object", firstLine + line),
      onObjectEnd: (_offset, _length, line) => tree.end(firstLine + line),
      onArrayBegin: (_offset, _length, line) => tree.begin(take(), "array", firstLine + line),
      onArrayEnd: (_offset, _length, line) => tree.end(firstLine + line),
      onLiteralValue: (value, _offset, _length, line) => {
        tree.scalar(take(), value === null ? "null" : typeof value, firstLine + line);
      },
      onError: (error, _offset, _length, line, character) => {
        throw broken(error, firstLine + line, character + 1);
      },
    },
    { allowTrailingComma: true },
  );
}

function broken(error: ParseErrorCode, line: number, column: number): DocumentError {
  const reason = printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return new DocumentError(
    "invalid_input",
    `The JSON is broken at line ${line}, column ${column}: ${reason}. fs_read shows it as text.`,
  );
}
