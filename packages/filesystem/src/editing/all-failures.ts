import type { ConnectorError } from "@drawbridge/core";

/** More than these are only counted. */
const mostTold = 20;

/** Failures of one call as one, so that all can be mended before it is made again; of a single one just that. */
export function allFailures(failures: readonly ConnectorError[]): ConnectorError {
  const [first] = failures;
  if (first === undefined) throw new Error("Nothing failed");
  const told = failures.slice(0, mostTold).map(({ message }) => message);
  const more = failures.length - told.length;
  return first.withMessage([...told, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n\n"));
}
