/** What Inter asks for between two lines, in parts of its size. */
export const interLine = Math.fround(1.2102272510528564);

export function weightOf(style: string): number {
  return { Medium: 500, "Semi Bold": 600, Bold: 700 }[style] ?? 400;
}
