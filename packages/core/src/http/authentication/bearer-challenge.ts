/**
 * A challenge for `WWW-Authenticate`, by RFC 6750, section 3. Parameters are quoted strings of RFC 9110; a character that
 * these cannot have, and so that would end the header, becomes a question mark.
 */
export function bearerChallenge(parameters: Readonly<Record<string, string>>): string {
  const written = Object.entries(parameters).map(([name, value]) => `${name}="${quotable(name, value)}"`);
  return `Bearer ${written.join(", ")}`;
}

function quotable(name: string, value: string): string {
  const printable = value.replace(/[^ -~]/gu, "?");
  // RFC 6750 has neither in a description, not even escaped.
  return name === "error_description" ? printable.replace(/["\\]/g, "'") : printable.replace(/["\\]/g, "\\$&");
}
