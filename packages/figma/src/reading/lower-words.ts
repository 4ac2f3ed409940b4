/** A word of Figma's API, `COLOR_BURN`, as CSS would have it: `color-burn`. */
export function lowerWords(word: unknown): string {
  return String(word).toLowerCase().replaceAll("_", "-");
}
