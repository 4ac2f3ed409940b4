const letters = 26;

/** A column's name in a spreadsheet, from its place: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % letters));
  return column < letters ? last : `${columnName(Math.floor(column / letters) - 1)}${last}`;
}
