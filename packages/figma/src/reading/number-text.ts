/** A number as designs have it, with two digits after the point at most. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return `${value + 0}`;
  return `${Math.round(value * 100) / 100 + 0}`;
}
