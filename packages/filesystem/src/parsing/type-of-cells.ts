const types: ReadonlyArray<readonly [name: string, pattern: RegExp]> = [
  ["integer", /^[+-]?\d{1,18}$/],
  ["number", /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,4})?$/],
  ["boolean", /^(?:true|false|yes|no)$/i],
  ["date", /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/],
];

/** What cells of a column have in common; empty ones say nothing. */
export function typeOfCells(cells: readonly string[]): string {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (said.length === 0) return "empty";
  return types.find(([, pattern]) => said.every((cell) => pattern.test(cell)))?.[0] ?? "text";
}
