/** The source of a pattern for words in whatever case, where other parts of the pattern tell capitals from small letters. */
export function anyCase(words: string): string {
  return words.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
