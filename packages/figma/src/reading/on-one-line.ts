import { makeVisible } from "@drawbridge/core";

/** What needs no escape. */
const plain = /^[ -~]*$/;

const control = /\p{Cc}/gu;

/** As core writes what cannot be seen. */
const shown = /⟦U\+([0-9A-F]+)⟧/g;

/**
 * What others wrote, as a part of a line: without line ends, and with escapes of JSON's for what cannot be seen. So no font or type passes for a
 * line of its own, and nothing is escaped once more, and made longer, after its tokens were counted.
 */
export function onOneLine(text: string): string {
  if (plain.test(text)) return text;
  const visible = makeVisible(text);
  const line = (visible === text ? text : visible.replace(shown, (_, code) => escaped(Number.parseInt(code, 16))))
    // Each is a character of its own.
    .replace(control, (character) => escaped(character.charCodeAt(0)));
  // What stood behind an escaped character may have been visible by it alone.
  return line === text ? text : onOneLine(line);
}

function escaped(code: number): string {
  return String.fromCodePoint(code)
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
