import { codePoints } from "../names/code-points.ts";
import { quote } from "../words/quote.ts";
import { textRule } from "./text-rule.ts";

/** Greek and Cyrillic letters that look like Latin ones. Units and symbols (Ω, µ, Δ, λ) are not among them. */
const alike = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιАВЕЅІЈКМНОРСТУХаесіјорухѕԁһԛԝӏ";
const mixed = new RegExp(`[A-Za-z][${alike}]|[${alike}][A-Za-z]`, "u");
const notAscii = /[^\u0020-\u007E]+/u;

/** `fs_reаd` with a Cyrillic а is another tool than the one a person approves. */
export const lookAlikeLetters = textRule(
  "look-alike-letters",
  "Write names in ASCII, and a word in the letters of one script.",
  ({ text, role }) => {
    const isName = role === "name" || role === "address";
    const found = (isName ? notAscii : mixed).exec(text);
    if (found === null) return [];
    if (isName) return [`is a name with ${codePoints(found[0].slice(0, 8))} in it`];
    const around = text.slice(Math.max(0, found.index - 12), found.index + 12);
    return [`mixes letters that look alike, ${codePoints(found[0])}, in ${quote(around)}`];
  },
);
