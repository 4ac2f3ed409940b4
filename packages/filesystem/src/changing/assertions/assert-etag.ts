import { ConnectorError } from "@drawbridge/core";
import { showName } from "../../paths/show-name.ts";

/** Throws `conflict` where a caller knew another state of a file than it has now. */
export function assertEtag(path: string, known: string | undefined, now: string | undefined): void {
  if (known === undefined || known === now) return;
  throw new ConnectorError(
    "conflict",
    now === undefined
      ? `${showName(path)} does not exist any more, and if_match names a state of it.`
      : `${showName(path)} was changed since you read it: its etag is ${now} now. Read it again before you change it.`,
  );
}
