import { ConnectorError } from "../errors/connector-error.ts";

/**
 * What is answered instead of a change's result when the audit log could not take the line of its end, in spite of the
 * room that it holds for it: another process took it, or the disk is gone. `internal`, since that is not tried again.
 */
export function changedUnrecorded(reference: string, error: unknown): ConnectorError {
  return new ConnectorError(
    "internal",
    "This was done, and must not be done again; but the audit log could not record how it ended. Tell the person who " +
      `runs this server: the log has the cause under reference ${reference}. Read what was changed before you go on.`,
    { internal: `audit log: ${(error as Error).message}`, cause: error },
  );
}
