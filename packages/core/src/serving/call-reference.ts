/** Tells the calls of this process from those of another in one log. */
const prefix = Math.random().toString(36).slice(2, 7);

let calls = 0;

/** A short name for one call, by which its log line is found. It is no secret, and guessing it gives nothing. */
export function callReference(): string {
  calls += 1;
  return `${prefix}-${calls.toString(36)}`;
}
