import { ConnectorError } from "@drawbridge/core";

/** Of a change that GitHub may have made. Nothing is said of trying again: who does makes it twice. */
export function lostAnswer(about: string, why: string, cause: unknown): ConnectorError {
  const because = why.replace(/ (?:Try again|Ask for less)\.?.*$/, "").replace(/\.$/, "");
  const problem = `GitHub's answer to a change of ${about} was lost, so it may have been made (${because}). Look whether it was before you make it once more.`;
  return new ConnectorError("conflict", problem, { cause });
}
