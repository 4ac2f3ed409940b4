/** A name as the loosest file system compares it: without regard to case, or to how accents are written. */
export function comparedName(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
