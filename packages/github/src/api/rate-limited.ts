import { ConnectorError } from "@drawbridge/core";

/** A day, in seconds: GitHub's limits are over within the hour, and what says more may be no time at all. */
const longest = 86_400;

/**
 * Says until when GitHub takes no more.
 *
 * @param seconds until it does; an unknown number counts as a minute, which is what GitHub asks to wait at least
 */
export function rateLimited(problem: string, seconds: number, more = ""): ConnectorError {
  const retryAfter = Number.isFinite(seconds) ? Math.min(Math.max(1, Math.ceil(seconds)), longest) : 60;
  const time = new Date(Date.now() + retryAfter * 1000).toISOString().replace(/\.\d+Z$/, "Z");
  return new ConnectorError(
    "rate_limited",
    `${problem} Try again in ${retryAfter} seconds, at ${time}, or ask for less.${more}`,
    { retryAfter },
  );
}
