import { ConnectorError } from "@drawbridge/core";
import { showName } from "../../paths/show-name.ts";

/** Somebody else was quicker between the look at a file and its change. */
export function replacedMeanwhile(path: string): ConnectorError {
  return new ConnectorError(
    "conflict",
    `${showName(path)} was changed by somebody else in this very moment, and nothing was done. Read it again, then repeat the call.`,
  );
}
