/** Fewer characters of an encoding could stand in harmless text. */
const shortestForm = 6;

/** A configured secret as it may stand in text: as it is, in JSON, URL-encoded, and in base64 at any place of what was encoded. */
export function secretForms(secret: string): readonly string[] {
  const urlEncoded = encodeURIComponent(secret);
  const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
  const encoded = [base64, ...[0, 1, 2].map((before) => base64After(secret, before))].filter(isLongEnough);
  return [
    secret,
    // The bytes of what is no text are looked at one character a byte.
    Buffer.from(secret).toString("latin1"),
    JSON.stringify(secret).slice(1, -1),
    urlEncoded,
    urlEncoded.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
    new URLSearchParams([["", secret]]).toString().slice(1),
    ...encoded,
    ...encoded.map((form) => form.replaceAll("+", "-").replaceAll("/", "_")),
  ];
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

function isLongEnough(form: string): boolean {
  return form.length >= shortestForm;
}
