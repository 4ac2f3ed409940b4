/** `U+0430 U+0435`: characters that cannot be told from others by looking. */
export function codePoints(text: string): string {
  return [...text]
    .map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`)
    .join(" ");
}
