import { ConnectorError } from "@drawbridge/core";

/** Of a change that Figma may have made: nothing is said of trying again, which would make it twice. */
export function lostChange(about: string, why: string, cause: unknown): ConnectorError {
  const because = why.replace(/ (?:Try again|Ask for less)\.?.*$/, "").replace(/\.$/, "");
  const problem = `Figma's answer to a change of ${about} was lost (${because}), so it may have been made. Look whether it was before you do it again.`;
  return new ConnectorError("conflict", problem, { cause });
}
