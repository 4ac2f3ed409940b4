import { outlineText } from "../outline-text.ts";
import type { Parser } from "../parsing.ts";
import { textOf } from "../text-of.ts";
import { firstFault } from "./first-fault.ts";
import type { Language } from "./grammar.ts";
import { grammars } from "./grammars.ts";
import { parseCode } from "./parse-code.ts";
import { symbolsIn } from "./symbols-in.ts";

/** The functions, classes, types and constants of code, nested, each with its lines. Broken code gives what can be told. */
export const outlineCode: Parser = async (request) => {
  const text = textOf(request);
  const grammar = grammars[request.kind as Language];
  const root = await parseCode(text, grammar.file);
  const symbols = [...symbolsIn(root, text, grammar)];
  const fault = firstFault(root);
  return {
    facts: {
      total_lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0),
      symbols: symbols.length,
      problem: fault === undefined ? undefined : `the code does not parse at line ${fault}`,
    },
    sections: [{ at: 0, text: outlineText(symbols) }],
  };
};
