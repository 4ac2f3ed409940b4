import { quote } from "../words/quote.ts";
import { terminalSequence } from "./terminal-sequence.ts";
import { textRule } from "./text-rule.ts";

/** A terminal can be made to hide, recolour or overwrite what the person is shown. */
export const terminalSequences = textRule("terminal-sequences", "Take the sequence out.", ({ text }) => {
  const [first] = text.match(terminalSequence) ?? [];
  return first === undefined ? [] : [`holds a terminal sequence, ${quote(first)}`];
});
