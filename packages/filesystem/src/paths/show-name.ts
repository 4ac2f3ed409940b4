/**
 * A file's name or path in a sentence: as JSON writes it where it holds line ends or tabs, so that it stays on one line
 * and can be copied. In a record it stands as it is, since JSON writes it there anyway.
 */
export function showName(name: string): string {
  return /[\t\n\r]/.test(name) ? JSON.stringify(name) : name;
}
