/**
 * One part of a designer's name as a key that the formats allow: not empty, without `.`, `{` and `}`, and not begun by `$` (Design
 * Tokens Format Module 2025.10, "Character restrictions"). What they do not allow is written as in addresses, `%2E`, and `%` with
 * it, so that every name can be read back by `decodePart`. `#` is allowed, and means something to parsers all the same.
 */
export function encodePart(part: string): string {
  if (part === "") return "%";
  // A key that JavaScript's objects take for something else.
  if (part === "__proto__") return "%5F_proto__";
  return part
    .replace(/[%#./{}\u0000-\u001f]|^\$/g, (character) => `%${hex(character, 2)}`)
    .replace(/\p{Surrogate}/gu, (half) => `%u${hex(half, 4)}`);
}

/** What `encodePart` was given. */
export function decodePart(key: string): string {
  if (key === "%") return "";
  return key.replace(/%(?:u([0-9A-F]{4})|([0-9A-F]{2}))/g, (_, half: string | undefined, byte: string | undefined) =>
    String.fromCharCode(Number.parseInt(half ?? byte ?? "", 16)),
  );
}

function hex(text: string, digits: number): string {
  return text.charCodeAt(0).toString(16).toUpperCase().padStart(digits, "0");
}
