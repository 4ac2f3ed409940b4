/** Seconds that a call waits for its quota; for longer it fails at once with the time of the reset. */
export const longestWait = 30;
