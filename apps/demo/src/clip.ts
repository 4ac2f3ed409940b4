/** Columns that a person watching wants to read. */
const widest = 100;

/** A line, cut where it is too long. */
export function clip(line: string): string {
  return line.length > widest ? `${line.slice(0, widest - 2)} …` : line;
}
