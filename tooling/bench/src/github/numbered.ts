let made = 0;

/**
 * A number that nobody has asked for before and that the recorded GitHub takes for another, of at most two digits: what is read under
 * it is a new address to every server, and the same answer.
 */
export function newNumber(number: number): number {
  made = (made + 1) % 100_000;
  return 90_000_000 + made * 100 + number;
}

/** The text with the numbers that are meant. Within a sha no eight digits count as one. */
export function withPlainNumbers(text: string): string {
  return text.replaceAll(/(?<![0-9a-f])9\d{7}(?![0-9a-f])/g, (number) => String(Number(number) % 100));
}
