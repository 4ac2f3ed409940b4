import { ConnectorError } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";

/** Refuses a file by its size, before a byte of it is read. */
export function tooLarge(written: string, bytes: bigint | number, most: number, advice: string): ConnectorError {
  return new ConnectorError(
    "refused",
    `${showName(written)} has ${bytes} bytes, and ${most} are the most that is allowed here. ${advice}`,
  );
}
