/** One value for all four sides or corners, or one for each, as four. */
export function four(value: number | readonly number[]): [number, number, number, number] {
  if (typeof value === "number") return [value, value, value, value];
  const [first = 0, second = first, third = first, fourth = second] = value;
  return [first, second, third, fourth];
}
