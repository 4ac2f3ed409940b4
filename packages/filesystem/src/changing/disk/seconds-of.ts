/**
 * Nanoseconds since 1970 as seconds, to the microsecond, for Node's calls that set times: as text, for of numbers below
 * zero they make the time of now.
 */
export function secondsOf(nanoseconds: bigint): string {
  return `${Number(nanoseconds / 1000n) / 1e6}`;
}
