/** Fewer characters of an encoding could stand in harmless text. */
const shortestForm = 6;

/** A secret in base64, at any place of what was encoded. */
export function base64Forms(secret: string): readonly string[] {
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
