/** One name is asked of many globs in a row. */
let last = { text: "", folded: "" };

/** By way of the capitals, as file systems that ignore case do: a long s (ſ) opens the same file there as an s. */
export function foldCase(text: string): string {
  if (last.text !== text) last = { text, folded: text.toUpperCase().toLowerCase() };
  return last.folded;
}
