/** One name is asked of many globs in a row. */
let last = { text: "", folded: "" };

const isAscii = /^[\x20-\x7e]*$/;

/**
 * By way of the capitals, as file systems that ignore case do: a long s (ſ) opens the same file there as an s. Nor do some of
 * them tell apart whether an accent is a character of its own.
 */
export function foldCase(text: string): string {
  if (last.text !== text) last = { text, folded: folded(text) };
  return last.folded;
}

/** Of ASCII the rest would change nothing. */
function folded(text: string): string {
  return isAscii.test(text) ? text.toLowerCase() : text.toUpperCase().toLowerCase().normalize("NFC");
}
