import { base64Forms } from "./base64-forms.ts";
import { backslashForms, characterForms, rawForms } from "./character-forms.ts";
import { withEachLineEnd } from "./with-each-line-end.ts";

/**
 * The sources of patterns for a secret in a text without percent signs, backslashes and ampersands: as it is, in a form,
 * in base64, in hexadecimal. Each by itself: the engine looks for one word several times as fast as for one of many.
 */
export function plainForms(secret: string): readonly string[] {
  const base64 = base64Of(secret).map((form) => form.replaceAll("+", "[+-]").replaceAll("/", "[/_]"));
  const raw = [...oneLineEnd(secret)].map((character) => (character === "\n" ? "\\r?\\n" : rawForms(character)));
  return [raw.join(""), ...base64, ...hexadecimalForms(secret)];
}

/** The sources of patterns for the same, and for each encoding that `characterForms` knows, in any mixture. */
export function encodedForms(secret: string): readonly string[] {
  const base64 = base64Of(secret).map((form) =>
    form.replace(/[+/]/g, (sign) => `(?:${sign === "+" ? "-" : "_"}|${characterForms(sign, 0)})`),
  );
  return [encodedForm(oneLineEnd(secret)), ...base64, ...hexadecimalForms(secret)];
}

function encodedForm(secret: string): string {
  const [, whole = "", end = ""] = /^(.*?)(\\*)$/s.exec(secret) ?? [];
  const characters = whole.replace(/(\\*)([^\\])/gsu, (_, { length }: string, character: string) =>
    characterForms(character, length),
  );
  return characters + (end === "" ? "" : backslashForms(end.length));
}

/** A line end of either kind matches both. */
function oneLineEnd(secret: string): string {
  return secret.replaceAll("\r\n", "\n");
}

function base64Of(secret: string): readonly string[] {
  return [...new Set(withEachLineEnd(secret).flatMap(base64Forms))];
}

function hexadecimalForms(secret: string): readonly string[] {
  return withEachLineEnd(secret).map((each) =>
    Buffer.from(each)
      .toString("hex")
      .replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`),
  );
}
