import { textRule } from "./text-rule.ts";

const mostCharacters = 2000;

/** Nobody reads to the end of a description of pages, and each session pays for it. */
export const longTexts = textRule("long-texts", `Say it in ${mostCharacters} characters at most.`, ({ text }) =>
  text.length > mostCharacters ? [`is ${text.length} characters long`] : [],
);
