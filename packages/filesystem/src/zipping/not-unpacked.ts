import { ConnectorError } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";

const longestShown = 200;

/**
 * Refuses an archive as a whole, for what is in it or for one entry.
 *
 * @param code `invalid_input` for what is damaged or contradicts itself, `refused` for what would do harm
 */
export function notUnpacked(
  code: "invalid_input" | "refused",
  why: string,
  { entry, cause }: { readonly entry?: string; readonly cause?: unknown } = {},
): ConnectorError {
  const what = entry === undefined ? "the archive" : `its entry ${showName(entry.slice(0, longestShown))}`;
  return new ConnectorError(code, `Nothing was unpacked: ${what} ${why}`, { cause });
}
