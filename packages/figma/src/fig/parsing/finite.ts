/** A number of the file that JSON can write: a broken file may have others. */
export function finite(value: number | undefined, otherwise: number): number {
  return value !== undefined && Number.isFinite(value) ? value : otherwise;
}
