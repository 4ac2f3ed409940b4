import { makeVisible } from "@drawbridge/core";
import { codePoints } from "../names/code-points.ts";
import { quote } from "../words/quote.ts";
import { terminalSequence } from "./terminal-sequence.ts";
import { textRule } from "./text-rule.ts";

const tags = String.raw`[\u{E0000}-\u{E0FFF}]`;

/**
 * Core leaves joiners and direction marks alone, since scripts need them in what files say. Between two ASCII letters
 * no script needs one, and nothing but a message is three or more in a row. (Tags are core's to judge.)
 */
const misplaced = new RegExp(
  String.raw`(?<=[A-Za-z])(?!${tags})\p{Default_Ignorable_Code_Point}+(?=[A-Za-z])|(?:(?!${tags})\p{Default_Ignorable_Code_Point}){3,}`,
  "u",
);

/** Characters that the model reads and the person does not see, or sees in another order. */
export const hiddenCharacters = textRule(
  "hidden-characters",
  "Take the characters out; to speak of one, write ⟦U+200B⟧.",
  ({ text }) => {
    // What is written like a character made visible is text about one; terminal sequences have their own rule.
    const bare = text.replaceAll("⟦U+", "U+").replaceAll(terminalSequence, "");
    const hidden = misplaced.exec(bare)?.[0];
    if (hidden !== undefined) return [`holds ${codePoints(hidden.slice(0, 8))}, which cannot be seen`];
    const shown = makeVisible(bare);
    return shown === bare ? [] : [`holds what cannot be seen: ${quote(shown.slice(shown.indexOf("⟦")))}`];
  },
);
