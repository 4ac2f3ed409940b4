/** Timers of Node hold no more milliseconds. */
const longest = 2 ** 31 - 1;

/**
 * Ends something when a token does.
 *
 * @param expires in seconds since 1970; undefined for what never ends
 * @returns takes it back, for what ended before
 */
export function atExpiry(expires: number | undefined, end: () => void): () => void {
  if (expires === undefined) return () => {};
  const milliseconds = Math.min(Math.max(0, expires * 1000 - Date.now()), longest);
  const timer = setTimeout(end, milliseconds).unref();
  return () => clearTimeout(timer);
}
