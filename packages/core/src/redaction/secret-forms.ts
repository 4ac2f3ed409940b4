import { backslashForms, characterForms, rawForms } from "./character-forms.ts";

/** Fewer characters of an encoding could stand in harmless text. */
const shortestForm = 6;

/** In longer secrets letters and digits are looked for as they are, as they stand in every encoding that is in use. */
const longestEncoded = 128;

/** Sources of patterns for a configured secret in a text, most of which have no character that marks an encoding. */
export interface SecretForms {
  /** As it is, in a form, in base64 at any place of what was encoded, in hexadecimal. */
  readonly plain: readonly string[];
  /** The same, and in each encoding that `characterForms` knows, in any mixture. */
  readonly encoded: readonly string[];
}

/** A text without any of these holds no encoded form that is not a plain one too. */
export const encodingMarks = /[%\\&]/;

/** What to look for where a configured secret may have travelled. */
export function secretForms(secret: string): SecretForms {
  const base64 = base64Forms(secret);
  const hexadecimal = Buffer.from(secret)
    .toString("hex")
    .replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  const plainBase64 = base64.map((form) => form.replaceAll("+", "[+-]").replaceAll("/", "[/_]"));
  const encodedBase64 = base64.map((form) =>
    form.replace(/[+/]/g, (sign) => `(?:${sign === "+" ? "-" : "_"}|${characterForms(sign, 0)})`),
  );
  return {
    plain: [[...secret].map(rawForms).join(""), ...plainBase64, hexadecimal],
    encoded: [encodedForm(secret), ...encodedBase64, hexadecimal],
  };
}

function encodedForm(secret: string): string {
  const short = secret.length <= longestEncoded;
  const [, whole = "", end = ""] = /^(.*?)(\\*)$/s.exec(secret) ?? [];
  const characters = whole.replace(/(\\*)([^\\])/gsu, (_, { length }: string, character: string) =>
    length === 0 && !short && /[A-Za-z0-9]/.test(character) ? character : characterForms(character, length),
  );
  return characters + (end === "" ? "" : backslashForms(end.length));
}

function base64Forms(secret: string): readonly string[] {
  const whole = Buffer.from(secret).toString("base64").replace(/=+$/, "");
  const forms = [whole, ...[0, 1, 2].map((before) => base64After(secret, before))];
  return [...new Set(forms)].filter((form) => form.length >= shortestForm);
}

/**
 * The characters of base64 that the secret alone decides when so many bytes, modulo 3, come before it, as a user's name
 * does in basic authentication.
 */
function base64After(secret: string, before: number): string {
  const bytes = before + Buffer.byteLength(secret);
  const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]).toString("base64");
  return encoded.slice(Math.ceil((before * 8) / 6), Math.floor((bytes * 8) / 6));
}
