import { base64Forms } from "./base64-forms.ts";
import { backslashForms, characterForms, rawForms } from "./character-forms.ts";

/**
 * The source of a pattern for a secret in a text without percent signs, backslashes and ampersands: as it is, in a form,
 * in base64, in hexadecimal.
 */
export function plainForms(secret: string): string {
  const base64 = base64Forms(secret).map((form) => form.replaceAll("+", "[+-]").replaceAll("/", "[/_]"));
  return [[...secret].map(rawForms).join(""), ...base64, hexadecimalForm(secret)].join("|");
}

/** The source of a pattern for the same, and for each encoding that `characterForms` knows, in any mixture. */
export function encodedForms(secret: string): string {
  const base64 = base64Forms(secret).map((form) =>
    form.replace(/[+/]/g, (sign) => `(?:${sign === "+" ? "-" : "_"}|${characterForms(sign, 0)})`),
  );
  return [encodedForm(secret), ...base64, hexadecimalForm(secret)].join("|");
}

function encodedForm(secret: string): string {
  const [, whole = "", end = ""] = /^(.*?)(\\*)$/s.exec(secret) ?? [];
  const characters = whole.replace(/(\\*)([^\\])/gsu, (_, { length }: string, character: string) =>
    characterForms(character, length),
  );
  return characters + (end === "" ? "" : backslashForms(end.length));
}

function hexadecimalForm(secret: string): string {
  const lower = Buffer.from(secret).toString("hex");
  return lower.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
