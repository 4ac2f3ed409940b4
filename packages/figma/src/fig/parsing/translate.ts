/** The word of another vocabulary for a value of an enumeration, undefined where it has none. */
export function translate<T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}

/** A value of an enumeration whose words are the same in both vocabularies. */
export function sameWord<T extends string>(words: readonly T[], word: string | undefined): T | undefined {
  return word !== undefined && words.includes(word as T) ? (word as T) : undefined;
}
