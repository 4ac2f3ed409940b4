import { base64Forms } from "./base64-forms.ts";
import { withEachLineEnd } from "./with-each-line-end.ts";

/** As many levels of JSON as are looked through for short secrets. */
const deepest = 4;

/**
 * A secret that is too long for patterns (a key, a certificate): each encoding by itself, as those write it who encode
 * whole texts. Percent signs are another's: there are too many ways to choose what they encode.
 */
export function longSecretForms(secret: string): readonly string[] {
  return [...new Set(withEachLineEnd(secret).flatMap(formsOf))];
}

function formsOf(secret: string): readonly string[] {
  const base64 = base64Forms(secret);
  const hexadecimal = Buffer.from(secret).toString("hex");
  return [
    secret,
    // The bytes of what is no text are looked at one character a byte.
    Buffer.from(secret).toString("latin1"),
    ...inJson(secret),
    new URLSearchParams([["", secret]]).toString().slice(1),
    ...base64,
    ...base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_")),
    hexadecimal,
    hexadecimal.toUpperCase(),
  ];
}

function inJson(secret: string): readonly string[] {
  const levels = [secret];
  for (let level = 0; level < deepest; level++) levels.push(JSON.stringify(levels[level]).slice(1, -1));
  return levels.slice(1);
}
