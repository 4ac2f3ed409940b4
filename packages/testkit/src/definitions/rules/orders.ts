import { plainWords } from "../words/plain-words.ts";
import { quote } from "../words/quote.ts";
import { orderPatterns } from "./order-patterns.ts";
import { textRule } from "./text-rule.ts";

/** Capitals and marks that give a text a rank that it does not have. */
const raisedVoice =
  /\b(?:IMPORTANT|CRITICAL|MANDATORY|URGENT|SYSTEM|ATTENTION) ?[:!]|<\/?(?:IMPORTANT|CRITICAL|SYSTEM)>/;
const falseMarks = /<\|[a-z_]{1,20}\|>|\[\/?INST\]|<\/?(?:system|instructions?|important)>/;

/** A definition says what a tool does. What the model does is for the person to say. */
export const orders = textRule(
  "orders",
  "Say what the tool does and when it fits, as a statement; leave the choice to the model and its person.",
  ({ text, role }) => {
    // Names speak too: `do_not_tell_the_user` is read like a sentence.
    const plain = plainWords(role === "name" ? text.replaceAll(/[_-]/g, " ") : text);
    const lower = plain.toLowerCase();
    const found = new Map<string, string>();
    const note = (kind: string, pattern: RegExp, within: string) => {
      const [match] = pattern.exec(within) ?? [];
      if (match !== undefined && !found.has(kind)) found.set(kind, match.replace(/^[^\p{L}<[]+/u, ""));
    };
    note("emphasis", raisedVoice, plain);
    note("false marks", falseMarks, plain);
    for (const [kind, pattern] of orderPatterns) note(kind, pattern, lower);
    return [...found].map(([kind, match]) => `gives the model an order (${kind}): ${quote(match)}`);
  },
);
